using System.Globalization;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;

namespace Overflight.Authority.Rules;

/// <summary>Asking late is not asking.</summary>
internal sealed class ConsentLeadTime : SortieRule
{
    public override string Id => "consent.lead-time";

    public override string Title => "Each State was asked as long before the flight as it wants.";

    public override string Citation => "ICAO Annex 2, appendix 4";

    public override string Reads => "consents: requestedAt, leadTimeDays; profile: leadTimeDays";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var state in sortie.Abroad.Where(s => sortie.EmergencyOf(s) is null).GroupBy(s => s.State))
        {
            // Asked late for what only may be entered may only be late.
            var (overflight, isEntered) = (state.First(), state.Any(s => s.IsCertain));
            // A consent that has run out, such as last year's, is no asking for this flight.
            var consents = ConsentSearch.Of(sortie, state.Key).Where(c => c.Validity.To > overflight.From).ToArray();
            if (consents.Length == 0)
            {
                yield return (isEntered ? RuleReason.Refuse($"{state.Key} was not asked") : RuleReason.Unknown($"{state.Key} was not asked, and that it is entered cannot be ruled out")).Over(overflight);
                continue;
            }
            var consent = consents.MaxBy(c => Spare(c, overflight, sortie))!;
            var (wanted, spare) = (consent.LeadTimeDays ?? sortie.Profile.LeadTimeDays, Spare(consent, overflight, sortie));
            var asked = DaysBefore(consent, overflight);
            var text = string.Create(CultureInfo.InvariantCulture, $"{state.Key} was asked {asked:0.0} days before, and wants {wanted:0.0}");
            var late = string.Create(CultureInfo.InvariantCulture, $"{text}: {-spare:0.0} days too late");
            yield return (spare >= 0 ? RuleReason.Pass(text) : isEntered ? RuleReason.Refuse(late) : RuleReason.Unknown($"{late}, and that it is entered cannot be ruled out"))
                .By(consent).Over(overflight).With("askedDaysBefore", asked).With("wantedDays", wanted);
        }
    }

    private static double Spare(Consent consent, StateOverflight overflight, SortieCase sortie) =>
        DaysBefore(consent, overflight) - (consent.LeadTimeDays ?? sortie.Profile.LeadTimeDays);

    private static double DaysBefore(Consent consent, StateOverflight overflight) => overflight.From.SecondsSince(consent.RequestedAt) / 86_400;
}
