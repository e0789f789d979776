package io.seikyu.command.imports;

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
            BusinessDay day) {
        return new InvoiceRows(
                new RowReader(bodies, TaxRates.japan()),
                new EarlierInvoices(log, codec),
                new SubmittedRow(codec),
                commands,
                ids,
                day);
    }
}
