package io.moneyprinter.materials.brand;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.BrandKit;
import io.moneyprinter.contracts.materials.BrandKits;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.brand.JdbcBrands.Named;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's brands, and those that other services ask for. */
@RestController
final class BrandController implements BrandKits {

    private static final String PATH = "/api/v1/materials/brands";
    private static final String FONTS = "grotesque|rounded|condensed|serif";
    private static final String FONTS_EXPECTED = "expected one of grotesque, rounded, condensed, serif";

    private final JdbcBrands brands;
    private final Assets assets;

    BrandController(JdbcBrands brands, Assets assets) {
        this.brands = brands;
        this.assets = assets;
    }

    /**
     * What is wanted of a brand. Null leaves what there is.
     *
     * @param colours {@code #RRGGBB}, the one that is to be seen most first
     * @param clear what a change takes back
     */
    record Wanted(
            @Nullable @Size(max = 100) String name,

            @Nullable @Size(min = 1, max = 5, message = "expected 1 to 5 colours")
            List<
                            @NotNull(message = "null (expected: #RRGGBB)")
                            @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "expected #RRGGBB") String>
                    colours,

            @Nullable VisualStyle style,

            @Nullable @Pattern(regexp = FONTS, message = FONTS_EXPECTED)
            String headingFont,

            @Nullable @Pattern(regexp = FONTS, message = FONTS_EXPECTED)
            String textFont,

            @Nullable AssetId logoAssetId,

            @Nullable @Size(max = 4)
            List<
                            @NotNull(message = "null (expected: a field)")
                            @Pattern(
                                    regexp = "style|heading_font|text_font|logo_asset_id",
                                    message = "expected one of style, heading_font, text_font, logo_asset_id")
                            String>
                    clear) {

        Brand look() {
            return new Brand(null, colours, style, headingFont, textFont, logoAssetId);
        }

        /** What is left of a brand when this is taken back. */
        Brand cleared(Brand before) {
            var back = Objects.requireNonNullElse(clear, List.<String>of());
            return new Brand(
                    null,
                    before.colours(),
                    back.contains("style") ? null : before.style(),
                    back.contains("heading_font") ? null : before.headingFont(),
                    back.contains("text_font") ? null : before.textFont(),
                    back.contains("logo_asset_id") ? null : before.logoAssetId());
        }
    }

    /** All brands of the caller, newest first. */
    record Brands(List<BrandKit> brands) {}

    @PostMapping(PATH)
    ResponseEntity<BrandKit> create(Caller caller, @Valid @RequestBody Wanted wanted) {
        if (wanted.colours() == null) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/colours", "missing (expected: 1 to 5 colours)");
        }
        checkLogo(caller.userId(), wanted);
        var created = brands.add(caller.userId(), new Named(named(wanted.name()), wanted.look()));
        return ResponseEntity.created(URI.create(PATH + "/" + created.brandId()))
                .body(created);
    }

    @GetMapping(PATH)
    Brands list(Caller caller) {
        return new Brands(brands.list(caller.userId()));
    }

    @GetMapping(PATH + "/{brand_id}")
    BrandKit get(Caller caller, @PathVariable("brand_id") String id) {
        return brands.get(caller.userId(), id);
    }

    /** Videos that were accepted before stay as they are. */
    @PatchMapping(PATH + "/{brand_id}")
    BrandKit change(Caller caller, @PathVariable("brand_id") String id, @Valid @RequestBody Wanted wanted) {
        brands.get(caller.userId(), id);
        checkLogo(caller.userId(), wanted);
        return brands.change(
                caller.userId(),
                id,
                before -> new Named(
                        wanted.name() == null ? before.name() : named(wanted.name()),
                        wanted.look().orElse(wanted.cleared(before.look()))));
    }

    @DeleteMapping(PATH + "/{brand_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("brand_id") String id) {
        brands.delete(caller.userId(), id);
    }

    @Override
    public BrandKit brand(UserId userId, String brandId) {
        return brands.get(userId, brandId);
    }

    private void checkLogo(UserId owner, Wanted wanted) {
        var logo = wanted.logoAssetId();
        if (logo == null) {
            return;
        }
        try {
            var type = assets.get(owner, logo).asset().fileType();
            if (type != Asset.Type.IMAGE) {
                throw CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/logo_asset_id",
                        "asset %s is %s (expected: an image)".formatted(logo, type));
            }
        } catch (CodedException unknown) {
            if (unknown.code().kind() != ErrorKind.NOT_FOUND) {
                throw unknown;
            }
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/logo_asset_id",
                    "no asset %s (expected: one of yours)".formatted(logo));
        }
    }

    private static String named(@Nullable String given) {
        var name = given == null ? "" : given.replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty()) {
            throw CodedException.ofField(CommonErrorCode.FIELD_INVALID, "/name", "missing (expected: some words)");
        }
        return name;
    }
}
