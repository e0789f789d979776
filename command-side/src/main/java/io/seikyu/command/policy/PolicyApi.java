package io.seikyu.command.policy;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.Digests;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.policy.PolicyCommand.PublishPolicy;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.web.access.Access;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the agency's policies. */
@RestController
class PolicyApi {

    private static final String YAML = "application/yaml";
    private static final Pattern TYPES = Pattern.compile(
            "(application|text)/(x-)?yaml\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final Commands commands;
    private final Map<PolicyKind, PolicyReading<?>> readings = new EnumMap<>(PolicyKind.class);

    PolicyApi(Commands commands, List<PolicyReading<?>> readings) {
        this.commands = commands;
        readings.forEach(reading -> this.readings.put(reading.kind(), reading));
    }

    /** Every fault of a text is named at once. Decisions follow the new version from now on. */
    @PutMapping("/v1/policies/{kind}/{id}")
    @Access({})
    @RequestBody(content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyVersion.class)))
    ResponseEntity<byte[]> publish(
            @PathVariable("kind") String kind, @PathVariable("id") String id, HttpServletRequest request, Asked asked)
            throws IOException {
        PolicyReading<?> reading = PolicyKind.of(kind).map(readings::get).orElseThrow(() -> unknown(kind));
        PolicyId target = new PolicyId(reading.kind(), PathIds.checked("policy", id));
        if (!asked.caller().grants().isEmpty()) {
            // it would decide for client companies that this key may not act for
            throw ProblemException.notFound("policy", kind + "/" + id);
        }
        refuseOtherThanYaml(request.getContentType());
        byte[] body = request.getInputStream().readNBytes(PolicyReading.LARGEST + 1);
        if (body.length > PolicyReading.LARGEST) {
            throw new ProblemException(
                    413, "body-too-large", "A policy may have at most " + PolicyReading.LARGEST + " bytes.");
        }
        String text = text(body);
        reading.refuseFaulty(text, "Nothing was published.");
        String digest = HexFormat.of().formatHex(Digests.sha256().digest(body));
        return commands.send(asked.withDigest(digest), Ids.AGENCY, new PublishPolicy(target, text), null, Answer::ok);
    }

    /** After the question whether the caller may do it at all, so that Spring's own check comes too early. */
    private static void refuseOtherThanYaml(String contentType) {
        if (contentType == null || !TYPES.matcher(contentType).matches()) {
            throw new ProblemException(
                    415, "unsupported-media-type", "Accepted here: application/yaml and text/yaml, in UTF-8.");
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "unreadable-body", "A policy is a text in UTF-8.");
        }
    }

    private ProblemException unknown(String kind) {
        String known = readings.keySet().stream().map(PolicyKind::path).collect(Collectors.joining(", "));
        return new ProblemException(
                404, "policy-not-found", "There are no policies of kind '" + kind + "'; the kinds are " + known + ".");
    }
}
