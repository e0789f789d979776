package io.seikyu.command.outbox;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Letters as mail: UTF-8, names of files as RFC 2231 has them. */
final class MimeWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static {
        // looked for on the class path with every word that is encoded, unless it is named: most of a mail's time
        String provider = StreamProvider.class.getName();
        System.setProperty(
                provider,
                System.getProperty(
                        provider, StreamProvider.provider().getClass().getName()));
    }

    private final InternetAddress from;
    private final Session session = Session.getInstance(new Properties());

    /** @throws IllegalStateException when {@code from} is no sender */
    MimeWriter(String from) {
        try {
            InternetAddress parsed = new InternetAddress(from, true);
            this.from = new InternetAddress(parsed.getAddress(), parsed.getPersonal(), UTF_8);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException(
                    "SEIKYU_MAIL_FROM must be like billing@agency.example or Billing <billing@agency.example>");
        }
    }

    /** The address alone. */
    String sender() {
        return from.getAddress();
    }

    /** What follows the {@code @} of the sender. */
    String domain() {
        return sender().substring(sender().lastIndexOf('@') + 1);
    }

    /** @param headerId with its angle brackets */
    byte[] write(Letter letter, List<String> to, String headerId, Instant date) {
        try {
            MimeMessage message = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", headerId);
                }
            };
            message.setFrom(from);
            for (String address : to) {
                message.addRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address, true));
            }
            message.setSubject(oneLine(letter.subject()), UTF_8);
            message.setSentDate(Date.from(date));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(
                    letter.pdf() == null
                            ? new MimeMultipart(words(letter))
                            : new MimeMultipart(words(letter), pdf(letter)));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("this cannot be written as mail", e);
        }
    }

    /** The same twice; a reader shows the last one that it can. */
    private static MimeBodyPart words(Letter letter) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(new MimeMultipart(
                "alternative", text(letter.body(), "plain"), text(HtmlBody.of(letter.body()), "html")));
        return words;
    }

    private static MimeBodyPart text(String content, String subtype) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content, UTF_8, subtype);
        text.setHeader("Content-Transfer-Encoding", "base64");
        return text;
    }

    private static MimeBodyPart pdf(Letter letter) throws MessagingException {
        MimeBodyPart pdf = new MimeBodyPart();
        pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.pdf(), "application/pdf")));
        pdf.setFileName(oneLine(letter.fileName()));
        pdf.setHeader("Content-Transfer-Encoding", "base64");
        return pdf;
    }

    /** What comes from a client company must not begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
