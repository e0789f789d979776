package io.seikyu.benchmarks.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings a portfolio into a running program. */
public final class Filling {
    private Filling() {}

    public static void enterMasterData(SeikyuServer server, Portfolio portfolio)
            throws IOException, InterruptedException {
        System.out.println("Entering " + portfolio.payers() + " payers with their contracts");
        server.post("/v1/clients", portfolio.client());
        for (int payer = 0; payer < portfolio.payers(); payer++) {
            server.post("/v1/accounts", portfolio.payer(payer));
            server.post("/v1/contracts", portfolio.contract(payer));
        }
    }

    /** Takes in so many invoices as one file, and waits until all of them are approved. */
    public static void importFile(SeikyuServer server, Portfolio portfolio, int from, int invoices)
            throws IOException, InterruptedException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        JsonMapper lines = JsonMapper.shared();
        for (int i = from; i < from + invoices; i++) {
            file.write(lines.writeValueAsBytes(portfolio.invoice(i)));
            file.write('\n');
        }
        String job = server.send("/v1/invoices:import", "application/x-ndjson", file.toByteArray())
                .get("jobId")
                .stringValue();
        JsonNode state;
        do {
            Thread.sleep(50);
            state = server.get("/v1/jobs/" + job);
        } while (state.get("status").stringValue().equals("RUNNING"));
        if (!state.get("status").stringValue().equals("DONE")
                || state.get("counts").path("APPROVED").asInt() != invoices) {
            throw new IllegalStateException("not every invoice was found right: " + state);
        }
    }
}
