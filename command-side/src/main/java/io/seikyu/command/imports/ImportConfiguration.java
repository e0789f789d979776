package io.seikyu.command.imports;

import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.directory.CaughtUp;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.invoice.EarlierInvoices;
import io.seikyu.command.job.RowWork;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.body.BodyReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices that come as files. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {
    @Bean
    RowWork invoiceRows(
            BodyReader bodies,
            EventLog log,
            EventCodec codec,
            OwnCommands commands,
            TimeOrderedIds ids,
            BusinessDay day,
            Directory directory,
            CaughtUp caughtUp,
            Clients clients,
            Contracts contracts) {
        PintRow pint = new PintRow(directory, clients, contracts);
        return new InvoiceRows(
                new RowReader(bodies, TaxRates.japan(), pint),
                caughtUp,
                new EarlierInvoices(log, codec),
                new SubmittedRow(codec),
                commands,
                ids,
                day);
    }
}
