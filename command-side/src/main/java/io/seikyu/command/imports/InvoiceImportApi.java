package io.seikyu.command.imports;

import io.seikyu.command.client.Clients;
import io.seikyu.command.job.JobInput;
import io.seikyu.command.job.JobResult;
import io.seikyu.command.job.JobRunner;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.Digests;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand.AcceptJob;
import io.seikyu.contract.job.JobCommand.OpenJob;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in files of invoices (請求書). A file is whole in the log before it is accepted as a job. */
@RestController
class InvoiceImportApi {
    static final long LARGEST = 64L << 20;

    /** Whose key digests are made with, see {@code Answered}. */
    private static final String DIGESTS = "agency/digests/requests";

    private final Commands commands;
    private final OwnCommands own;
    private final JobInput input;
    private final JobRunner runner;
    private final TimeOrderedIds ids;
    private final Clients clients;
    private final SubjectKeys keys;

    InvoiceImportApi(
            Commands commands,
            OwnCommands own,
            JobInput input,
            JobRunner runner,
            TimeOrderedIds ids,
            Clients clients,
            SubjectKeys keys) {
        this.commands = commands;
        this.own = own;
        this.input = input;
        this.runner = runner;
        this.ids = ids;
        this.clients = clients;
        this.keys = keys;
    }

    /** Every row is submitted as by {@code POST /v1/invoices}; {@code GET /v1/jobs/{id}/rows} tells what became of it. */
    @PostMapping("/v1/invoices:import")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
            })
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Accepted.class)))
    ResponseEntity<byte[]> importInvoices(
            InputStream body,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
            @RequestParam(required = false) @Nullable String clientId,
            Tenancy tenancy,
            Asked asked)
            throws IOException {
        String tenant = tenancy.tenant(clientId);
        String type = ImportFiles.type(contentType);
        if (clients.find(new ClientId(tenant)).isEmpty()) {
            throw ProblemException.notFound("client", tenant);
        }
        try (Upload content = Upload.of(body, LARGEST)) {
            JobId job = new JobId(tenant, ids.next());
            ResponseEntity<byte[]> answer = commands.<JobResult>sendPrepared(
                    asked.withDigest(content.digest()),
                    tenant,
                    () -> store(job, type, content, asked),
                    null,
                    result -> Answer.waiting("/v1/jobs/" + result.jobId(), new Accepted(result.jobId())));
            runner.wake(job);
            return answer;
        }
    }

    /** Looked through first, so that of a file that is none nothing is stored. */
    private AcceptJob store(JobId job, String type, Upload content, Asked asked) {
        RowFile file = ImportFiles.of(type);
        try {
            Intake look = new Intake((part, rows) -> {});
            file.read(content, look);
            if (look.end() == 0) {
                throw new ProblemException(422, "empty-file", "There is no row in this file.");
            }
            String actor = asked.caller().keyId();
            own.send(job.tenant(), actor, asked.correlationId(), new OpenJob(job, InvoiceRows.KIND, type));
            Intake intake = new Intake((part, rows) -> input.add(job, part, rows, actor, asked.correlationId()));
            file.read(content, intake);
            String digest = Digests.keyed(keys.findOrCreate(DIGESTS), content.digest());
            return new AcceptJob(job, type, intake.end(), (int) content.size(), digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Accepted(String jobId) {}
}
