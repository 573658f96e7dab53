package io.moneyprinter.tts.provider.edge;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The read-aloud service. It is undocumented and changes without notice, so everything that identifies a caller can
 * be set.
 *
 * @param enabled off by default: there are no terms that allow relying on the service, and text leaves the machine
 * @param url where it is spoken, without query
 * @param voicesUrl where the voices are listed, without query
 * @param token the client token that the browser sends
 * @param chromiumVersion the full version of the browser that we are taken for
 * @param origin the extension that reads aloud in that browser
 * @param outputFormat must be an MP3 format
 * @param bytesPerSecond of that format, which has a constant rate
 * @param connectTimeout for a connection and its handshake
 * @param silenceTimeout the longest wait for the next message
 * @param parallelism connections at a time
 * @param voicesTtl how long a list of voices is believed
 * @param wellKnownVoices short names and genders of voices to choose from when the list cannot be had
 */
@Validated
@ConfigurationProperties("moneyprinter.tts.edge")
record EdgeProperties(
        @DefaultValue("false") boolean enabled,

        @DefaultValue("wss://speech.platform.bing.com/consumer/speech/synthesize/readaloud/edge/v1")
        URI url,

        @DefaultValue("https://speech.platform.bing.com/consumer/speech/synthesize/readaloud/voices/list")
        URI voicesUrl,

        @DefaultValue("6A5AA1D4EAFF4E9FB37E23D68491D6F4") @NotBlank
        String token,

        @DefaultValue("153.0.4234.32") @NotBlank String chromiumVersion,

        @DefaultValue("chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold") @NotBlank
        String origin,

        @DefaultValue("audio-24khz-48kbitrate-mono-mp3") @NotBlank
        String outputFormat,

        @DefaultValue("6000") @Min(1) int bytesPerSecond,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration silenceTimeout,
        @DefaultValue("4") @Min(1) int parallelism,
        @DefaultValue("24h") Duration voicesTtl,

        @DefaultValue({
            "en-US-EmmaMultilingualNeural:Female",
            "en-US-AndrewMultilingualNeural:Male",
            "en-GB-SoniaNeural:Female",
            "ar-EG-SalmaNeural:Female",
            "ar-SA-ZariyahNeural:Female",
            "bn-BD-NabanitaNeural:Female",
            "cs-CZ-VlastaNeural:Female",
            "da-DK-ChristelNeural:Female",
            "de-DE-KatjaNeural:Female",
            "el-GR-AthinaNeural:Female",
            "es-ES-ElviraNeural:Female",
            "es-MX-DaliaNeural:Female",
            "fa-IR-DilaraNeural:Female",
            "fi-FI-NooraNeural:Female",
            "fr-FR-DeniseNeural:Female",
            "he-IL-HilaNeural:Female",
            "hi-IN-SwaraNeural:Female",
            "hu-HU-NoemiNeural:Female",
            "id-ID-GadisNeural:Female",
            "it-IT-ElsaNeural:Female",
            "ja-JP-NanamiNeural:Female",
            "ko-KR-SunHiNeural:Female",
            "nl-NL-ColetteNeural:Female",
            "nb-NO-PernilleNeural:Female",
            "pl-PL-ZofiaNeural:Female",
            "pt-BR-FranciscaNeural:Female",
            "pt-PT-RaquelNeural:Female",
            "ro-RO-AlinaNeural:Female",
            "ru-RU-SvetlanaNeural:Female",
            "sv-SE-SofieNeural:Female",
            "th-TH-PremwadeeNeural:Female",
            "tr-TR-EmelNeural:Female",
            "uk-UA-PolinaNeural:Female",
            "ur-PK-UzmaNeural:Female",
            "vi-VN-HoaiMyNeural:Female",
            "zh-CN-XiaoxiaoNeural:Female",
            "zh-TW-HsiaoChenNeural:Female"
        })
        @NotEmpty
        List<String> wellKnownVoices) {

    /** What the browser calls itself. */
    String userAgent() {
        var major = chromiumVersion.substring(0, Math.max(1, chromiumVersion.indexOf('.')));
        return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%s.0.0.0"
                        .formatted(major)
                + " Safari/537.36 Edg/%s.0.0.0".formatted(major);
    }

    String gecVersion() {
        return "1-" + chromiumVersion;
    }
}
