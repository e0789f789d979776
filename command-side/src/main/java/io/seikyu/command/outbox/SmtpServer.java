package io.seikyu.command.outbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as {@code SEIKYU_SMTP_URL} names it: {@code smtp://user:password@host:587} or {@code smtps://…:465}. What
 * a user and a password open is only spoken to in cipher, unless the address ends in {@code ?starttls=never}.
 */
record SmtpServer(
        String host,
        int port,
        boolean ssl,
        boolean starttls,
        @Nullable String user,
        @Nullable String password) {
    private static final String CONNECT_WITHIN_MILLIS = "10000";
    private static final String ANSWER_WITHIN_MILLIS = "30000";

    /** @throws IllegalStateException with a sentence that does not hold the address, which holds a password */
    static SmtpServer of(String url) {
        URI uri = parse(url);
        boolean ssl = "smtps".equals(uri.getScheme());
        if (!ssl && !"smtp".equals(uri.getScheme()) || uri.getHost() == null) {
            throw wrong();
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = login.length > 0 ? decoded(login[0]) : null;
        int usual = ssl ? 465 : user == null ? 25 : 587;
        return new SmtpServer(
                uri.getHost(),
                uri.getPort() == -1 ? usual : uri.getPort(),
                ssl,
                !"starttls=never".equals(uri.getQuery()),
                user,
                login.length > 1 ? decoded(login[1]) : null);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static IllegalStateException wrong() {
        return new IllegalStateException(
                "SEIKYU_SMTP_URL must be like smtp://user:password@host:587 or smtps://user:password@host:465");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** @param from the address that the envelope names */
    Properties properties(String from) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.auth", Boolean.toString(user != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(ssl));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(!ssl && starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(!ssl && starttls && user != null));
        properties.put("mail.smtp.connectiontimeout", CONNECT_WITHIN_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_WITHIN_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_WITHIN_MILLIS);
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
