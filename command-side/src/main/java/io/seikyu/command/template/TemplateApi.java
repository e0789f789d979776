package io.seikyu.command.template;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.policy.PolicyVersion;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.Digests;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.policy.PolicyCommand.PublishPolicy;
import io.seikyu.contract.policy.PolicyId;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.template.ShippedTemplates;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Caller;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the texts of messages (文例), and shows what they come to. */
@RestController
class TemplateApi {
    private static final int LARGEST = 4 * MessageTemplate.LONGEST;
    private static final Pattern PLAIN =
            Pattern.compile("text/plain\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private final Commands commands;
    private final TemplateChecks checks;
    private final ReminderWriter writer;
    private final Templates templates;

    TemplateApi(Commands commands, Templates templates) {
        this.commands = commands;
        this.checks = new TemplateChecks(templates);
        this.writer = new ReminderWriter(templates);
        this.templates = templates;
    }

    /** The text from now on. Every fault of it is named at once. */
    @PutMapping("/v1/templates/{name}")
    @Access(Role.OPERATOR)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PolicyVersion.class)))
    ResponseEntity<byte[]> publish(@PathVariable("name") String name, HttpServletRequest request, Asked asked)
            throws IOException {
        checkName(name, asked.caller());
        if (request.getContentType() == null
                || !PLAIN.matcher(request.getContentType()).matches()) {
            throw new ProblemException(415, "unsupported-media-type", "Accepted here: text/plain, in UTF-8.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ProblemException(413, "body-too-large", "A template may have at most " + LARGEST + " bytes.");
        }
        String text = text(body);
        refuse(name, text);
        PublishPolicy command = new PublishPolicy(new PolicyId(PolicyKind.TEMPLATE, name), text);
        String digest = HexFormat.of().formatHex(Digests.sha256().digest(body));
        return commands.send(asked.withDigest(digest), Ids.AGENCY, command, null, Answer::ok);
    }

    /** What a message comes to with values that are made up; publishes nothing. */
    @PostMapping("/v1/templates/{name}/preview")
    @Access({Role.OPERATOR, Role.REVIEWER})
    PreviewAnswer preview(@PathVariable("name") String name, @RequestBody PreviewRequest body, Caller caller) {
        checkName(name, caller);
        if (name.startsWith("part-")) {
            throw new ProblemException(
                    422, "template-is-a-part", "This is a part of other texts: look at one of those, e.g. r1-mail-ja.");
        }
        Templates.Published text =
                body.text() == null ? templates.inForce(name) : new Templates.Published(name, 0, body.text());
        refuse(name, text.text());
        Words words = writer.write(text, SampleReminder.of(name, body.tone() == null ? Tone.STANDARD : body.tone()));
        return new PreviewAnswer(words.subject(), words.body(), words.templates());
    }

    private static void checkName(String name, Caller caller) {
        if (!ShippedTemplates.names().contains(name)) {
            throw new ProblemException(
                    404,
                    "template-not-found",
                    "There is no template of that name; there are " + String.join(", ", ShippedTemplates.names())
                            + ".");
        }
        if (!caller.grants().isEmpty()) {
            // it would speak for client companies that this key may not act for
            throw ProblemException.notFound("template", name);
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "unreadable-body", "A template is a text in UTF-8.");
        }
    }

    private void refuse(String name, String text) {
        List<Fault> faults = checks.faults(name, text);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    422,
                    "invalid-template",
                    "This text cannot be used. Nothing was published.",
                    faults.stream()
                            .map(fault ->
                                    new io.seikyu.web.problem.Fault(fault.pointer(), fault.code(), fault.message()))
                            .toList());
        }
    }

    /**
     * @param text to look at in place of the one that is in force
     * @param tone STANDARD if absent
     */
    record PreviewRequest(
            @Nullable @Text(max = MessageTemplate.LONGEST, lines = true)
            String text,

            @Nullable Tone tone) {}

    /** @param templates name and version of each text that it was made of; version 0 is the shipped one, or the one sent */
    record PreviewAnswer(String subject, String body, List<String> templates) {}
}
