package io.seikyu.command.bankfile;

import io.seikyu.command.bankfile.AcceptedFiles.Accepted;
import io.seikyu.command.bankfile.AcceptedFiles.AlreadyAcceptedException;
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
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.JobCommand.AcceptJob;
import io.seikyu.contract.job.JobCommand.OpenJob;
import io.seikyu.web.Headers;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what banks tell (入出金明細・振込入金通知), the whole file or nothing of it. */
@RestController
class BankFileApi {
    /** Eighty thousand records. */
    static final int LARGEST = 16 << 20;

    private static final int ROWS_IN_A_PART = 1_000;

    private final Commands commands;
    private final OwnCommands own;
    private final JobInput input;
    private final JobRunner runner;
    private final TimeOrderedIds ids;
    private final BankFileDesk desk;
    private final AcceptedFiles accepted;

    BankFileApi(
            Commands commands,
            OwnCommands own,
            JobInput input,
            JobRunner runner,
            TimeOrderedIds ids,
            BankFileDesk desk,
            AcceptedFiles accepted) {
        this.commands = commands;
        this.own = own;
        this.input = input;
        this.runner = runner;
        this.ids = ids;
        this.desk = desk;
        this.accepted = accepted;
    }

    /**
     * Every transfer in it becomes a receipt, once; {@code GET /v1/jobs/{id}/rows} tells what became of each record. The
     * same file again answers with the same job.
     *
     * @param bankAccountId the account it tells of, where the file does not say enough; else it has to be that one
     */
    @PostMapping("/v1/receipts:import")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
            })
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Taken.class)))
    ResponseEntity<byte[]> importReceipts(
            InputStream body,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String bankAccountId,
            Tenancy tenancy,
            Asked asked)
            throws IOException {
        tenancy.clients(); // refuses a key that names another client company, before anything is read
        BankFileFormat named = BankFileFormat.named(format)
                .orElseThrow(() -> new ProblemException(
                        400, "malformed-parameter", "?format= must be one of " + BankFileFormat.words() + "."));
        byte[] file = body.readNBytes(LARGEST + 1);
        if (file.length > LARGEST) {
            throw new ProblemException(
                    413,
                    "body-too-large",
                    "A bank file may have at most " + LARGEST + " bytes: ask the bank for days.");
        }
        String hash = HexFormat.of().formatHex(Digests.sha256().digest(file));
        BankFileDesk.Filed filed = desk.read(named, file, hash, bankAccountId, tenancy);
        try {
            return accepted.find(filed.file())
                    .map(BankFileApi::again)
                    .orElseGet(() -> accept(filed, named, file, hash, asked));
        } catch (AlreadyAcceptedException meanwhile) {
            return accepted.find(filed.file()).map(BankFileApi::again).orElseThrow(() -> meanwhile);
        }
    }

    private ResponseEntity<byte[]> accept(
            BankFileDesk.Filed filed, BankFileFormat format, byte[] file, String hash, Asked asked) {
        JobId job = new JobId(filed.tenant(), ids.next());
        ResponseEntity<byte[]> answer = commands.<JobResult>sendPrepared(
                asked.withDigest(hash),
                job.tenant(),
                () -> store(job, filed, format, file.length, asked),
                null,
                result -> {
                    accepted.claim(filed.file());
                    return Answer.waiting("/v1/jobs/" + result.jobId(), new Taken(result.jobId()));
                });
        runner.wake(job);
        return answer;
    }

    private AcceptJob store(JobId job, BankFileDesk.Filed filed, BankFileFormat format, int bytes, Asked asked) {
        String actor = asked.caller().keyId();
        own.send(job.tenant(), actor, asked.correlationId(), new OpenJob(job, BankRecords.KIND, format.word()));
        List<InputRow> rows = filed.rows();
        for (int from = 0; from < rows.size(); from += ROWS_IN_A_PART) {
            List<InputRow> part = rows.subList(from, Math.min(rows.size(), from + ROWS_IN_A_PART));
            input.add(job, from / ROWS_IN_A_PART, List.copyOf(part), actor, asked.correlationId());
        }
        return new AcceptJob(job, format.word(), rows.size(), bytes, filed.file());
    }

    private static ResponseEntity<byte[]> again(Accepted before) {
        String body = "{\"jobId\":\"" + before.job().value() + "\"}";
        return ResponseEntity.accepted()
                .location(java.net.URI.create("/v1/jobs/" + before.job().value()))
                .header(Headers.POSITION, String.valueOf(before.position()))
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    record Taken(String jobId) {}
}
