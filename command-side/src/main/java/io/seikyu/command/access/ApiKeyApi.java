package io.seikyu.command.access;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.AccessCommand.IssueApiKey;
import io.seikyu.contract.access.AccessCommand.RevokeApiKey;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.ApiKey;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.KeyRing;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out API keys and takes them back. A key is shown in the answer to the request that made it, and never again. */
@RestController
class ApiKeyApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final KeyRing ring;

    ApiKeyApi(Commands commands, TimeOrderedIds ids, KeyRing ring) {
        this.commands = commands;
        this.ids = ids;
        this.ring = ring;
    }

    @PostMapping("/v1/api-keys")
    @Access({})
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Issued.class)))
    ResponseEntity<byte[]> issue(@RequestBody IssueRequest body, Asked asked) {
        refuseBeyondOwnGrants(asked.caller(), body);
        String keyId = ids.next();
        String key = ApiKey.generate();
        IssueApiKey command = new IssueApiKey(
                keyId,
                ApiKey.hash(key),
                body.roles(),
                body.clientId(),
                body.grants() == null ? List.of() : body.grants(),
                body.expiresOn());
        return commands.send(
                asked,
                Ids.AGENCY,
                command,
                null,
                done -> Answer.createdSecret("/v1/api-keys/" + keyId, new Issued(keyId, key)));
    }

    @DeleteMapping("/v1/api-keys/{id}")
    @Access({})
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<byte[]> revoke(@PathVariable("id") String id, Asked asked) {
        refuseForeign(asked.caller(), PathIds.checked("api-key", id));
        return commands.send(asked, Ids.AGENCY, new RevokeApiKey(id, null), null, done -> Answer.nothing());
    }

    /** Nobody hands out more than he has. */
    private static void refuseBeyondOwnGrants(Caller caller, IssueRequest body) {
        List<String> grants = body.grants() == null ? List.of() : body.grants();
        if (!isWithin(caller, body.clientId(), grants)) {
            throw new ProblemException(403, "not-granted", "This key may act for fewer client companies than that.");
        }
    }

    /** A key that reaches further than the caller's looks like one that does not exist. */
    private void refuseForeign(Caller caller, String keyId) {
        boolean foreign = ring.named(keyId)
                .filter(key -> !isWithin(caller, key.clientId(), key.grants()))
                .isPresent();
        if (foreign) {
            throw new ProblemException(404, "api-key-not-found", "There is no key '" + keyId + "'.");
        }
    }

    private static boolean isWithin(Caller caller, @Nullable String clientId, Collection<String> grants) {
        return caller.grants().isEmpty()
                || (clientId != null
                        ? caller.grants().contains(clientId)
                        : !grants.isEmpty() && caller.grants().containsAll(grants));
    }

    record IssueRequest(
            @Items(min = 1, max = 10) List<Role> roles,
            @Nullable @IdText String clientId,
            @Nullable List<@IdText String> grants,
            @Nullable LocalDate expiresOn) {}

    record Issued(String keyId, String key) {}
}
