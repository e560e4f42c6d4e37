using Overflight.Authority.Documents;
using Overflight.Authority.Paths;

namespace Overflight.Authority.Rules;

/// <summary>Which consents a State's overflight can rest on.</summary>
internal static class ConsentSearch
{
    public static IEnumerable<Consent> Of(SortieCase sortie, string state) => sortie.Documents.At<Consent>(sortie.Now).Where(c => c.State == state);

    public static bool Covers(SortieCase sortie, StateOverflight overflight) => Of(sortie, overflight.State).Any(c => Covers(c, overflight));

    /// <summary>Given before, valid all the time, and not withdrawn by its end.</summary>
    public static bool Covers(Consent consent, StateOverflight overflight) =>
        consent.GivenAt <= overflight.From && consent.Validity.Holds(overflight.From) && consent.Validity.Holds(overflight.To) && !(consent.RevokedAt <= overflight.To);

    /// <summary>Why none of them covers it.</summary>
    public static string WhyNot(IReadOnlyList<Consent> consents, StateOverflight overflight) => consents.Count == 0
        ? "no consent is on record"
        : string.Join("; ", consents.Select(c => $"consent {c.Reference} {Why(c, overflight)}"));

    private static string Why(Consent consent, StateOverflight overflight)
    {
        if (consent.GivenAt is not { } given)
            return $"was asked for at {consent.RequestedAt} and is not given";
        if (given > overflight.From)
            return $"was given only at {given}";
        return consent.RevokedAt <= overflight.To
            ? $"was withdrawn at {consent.RevokedAt}"
            : $"is valid from {consent.Validity.From} to {consent.Validity.To}";
    }
}
