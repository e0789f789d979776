package io.seikyu.command.delivery;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.DeliveryDesk;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.message.AttemptClaims;
import io.seikyu.command.message.LogAttemptClaims;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageOwner;
import io.seikyu.command.message.MessageOwners;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.message.Outbox;
import io.seikyu.command.message.SendingGate;
import io.seikyu.command.message.StoredOutbox;
import io.seikyu.command.sending.SendingSwitch;
import io.seikyu.command.sending.SwitchState;
import io.seikyu.command.sending.Switches;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Tasks;
import io.seikyu.documents.pdf.InvoicePdf;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What messages are decided by, and the invoices among them. */
@Configuration(proxyBeanMethods = false)
public class DeliveryConfiguration {
    @Bean
    Outbox outbox(CachingRepository<Message, MessageState> messages) {
        return new StoredOutbox(messages);
    }

    @Bean
    AttemptClaims attemptClaims() {
        return new LogAttemptClaims();
    }

    @Bean
    SendingGate sendingGate(CachingRepository<SendingSwitch, SwitchState> switches) {
        return new Switches(switches);
    }

    @Bean
    MessageOwners messageOwners(ObjectProvider<MessageOwner> owners, Accounts accounts) {
        return new MessageOwners(owners.stream().toList(), accounts);
    }

    @Bean
    DeliveryTasks deliveryTasks(Tasks tasks) {
        return new DeliveryTasks(tasks);
    }

    @Bean
    DeliveryDesk deliveryDesk(Accounts accounts, Outbox outbox, DeliveryTasks tasks) {
        return new PayerDeliveries(accounts, outbox, tasks);
    }

    @Bean
    InvoiceLetters invoiceLetters(
            EventLog log, EventCodec codec, Clients clients, Accounts accounts, Contracts contracts) {
        return new InvoiceLetters(new IssuedInvoices(log, codec, clients, accounts, contracts), InvoicePdf::of);
    }

    @Bean
    InvoiceMessages invoiceMessages(CachingRepository<Invoice, InvoiceState> invoices, DeliveryTasks tasks) {
        return new InvoiceMessages(invoices, tasks);
    }
}
