package io.seikyu.command.imports;

import io.seikyu.command.invoice.SubmitRequest;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.web.body.BodyReader;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a row as the request that it stands for. */
final class RowReader {
    private final BodyReader bodies;
    private final TaxRates rates;
    private final PintRow pint;

    RowReader(BodyReader bodies, TaxRates rates, PintRow pint) {
        this.bodies = bodies;
        this.rates = rates;
        this.pint = pint;
    }

    /** @throws BrokenRowException with all that is wrong with it */
    Submission read(String tenant, InputRow row) {
        if (row.fault() != null) {
            throw BrokenRowException.of(row.fault());
        }
        SubmitRequest invoice = request(tenant, row);
        if (invoice.clientId() != null && !invoice.clientId().equals(tenant)) {
            throw BrokenRowException.of(new RowFault(
                    "/clientId", "client-mismatch", "is not the client company the file was handed in for"));
        }
        return new Submission(invoice.invoiceId(), invoice.document());
    }

    private SubmitRequest request(String tenant, InputRow row) {
        try {
            return switch (ImportFormat.valueOf(row.format())) {
                case JSON -> bodies.read(row.text().getBytes(StandardCharsets.UTF_8), SubmitRequest.class);
                case CSV -> read(CsvInvoice.of(row.text(), rates));
                // through the reader of bodies: what is no text or too long there is none here
                case UBL ->
                    bodies.read(
                            EventJson.mapper().<JsonNode>valueToTree(pint.read(tenant, row.text())),
                            SubmitRequest.class);
            };
        } catch (InvalidInputException invalid) {
            throw BrokenRowException.of(invalid);
        } catch (ProblemException malformed) {
            throw BrokenRowException.of(malformed);
        }
    }

    private SubmitRequest read(CsvInvoice csv) {
        List<Fault> faults = new ArrayList<>(csv.faults());
        SubmitRequest invoice = null;
        try {
            invoice = bodies.read(csv.body(), SubmitRequest.class);
        } catch (InvalidInputException invalid) {
            faults.addAll(invalid.faults());
        }
        if (invoice == null || !faults.isEmpty()) {
            throw BrokenRowException.of(faults);
        }
        return invoice;
    }
}
