package io.seikyu.command;

import io.seikyu.command.account.AccountConfiguration;
import io.seikyu.command.bankfile.BankFileConfiguration;
import io.seikyu.command.clearing.ClearingConfiguration;
import io.seikyu.command.clock.ClockConfiguration;
import io.seikyu.command.credit.CreditConfiguration;
import io.seikyu.command.delivery.DeliveryConfiguration;
import io.seikyu.command.directory.DirectoryConfiguration;
import io.seikyu.command.dunning.DunningConfiguration;
import io.seikyu.command.erasure.ErasureConfiguration;
import io.seikyu.command.imports.ImportConfiguration;
import io.seikyu.command.job.JobConfiguration;
import io.seikyu.command.outbox.OutboxConfiguration;
import io.seikyu.command.plan.PlanConfiguration;
import io.seikyu.command.reaction.ReactionConfiguration;
import io.seikyu.command.reminder.ReminderConfiguration;
import io.seikyu.command.replay.ReplayConfiguration;
import io.seikyu.command.request.RequestConfiguration;
import io.seikyu.command.schedule.ScheduleConfiguration;
import io.seikyu.command.sending.SendingConfiguration;
import io.seikyu.command.webhook.WebhookConfiguration;
import io.seikyu.command.whatif.WhatIfConfiguration;
import io.seikyu.command.work.WorkConfiguration;
import io.seikyu.command.world.WorldConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/**
 * The whole command side as one configuration: aggregates, what they decide by, and the HTTP API in front of them. An
 * application imports it beside {@link io.seikyu.web.wiring.SharedWiring}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ANNOTATION, classes = RestController.class))
@Import({
    AggregateConfiguration.class,
    DecisionConfiguration.class,
    RequestConfiguration.class,
    WorkConfiguration.class,
    AccountConfiguration.class,
    ScheduleConfiguration.class,
    ClockConfiguration.class,
    JobConfiguration.class,
    ClearingConfiguration.class,
    DirectoryConfiguration.class,
    ImportConfiguration.class,
    BankFileConfiguration.class,
    WebhookConfiguration.class,
    CreditConfiguration.class,
    PlanConfiguration.class,
    DunningConfiguration.class,
    ErasureConfiguration.class,
    ReminderConfiguration.class,
    ReactionConfiguration.class,
    DeliveryConfiguration.class,
    OutboxConfiguration.class,
    SendingConfiguration.class,
    ReplayConfiguration.class,
    WorldConfiguration.class,
    WhatIfConfiguration.class
})
public class CommandSide {}
