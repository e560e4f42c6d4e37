namespace Overflight.Authority.Rules;

/// <summary>A consent is as wide as its conditions.</summary>
internal sealed class ConsentConditionsHold : SortieRule
{
    public override string Id => "consent.conditions";

    public override string Title => "The conditions of the consent hold.";

    public override string Citation => "Chicago Convention, art. 8";

    public override string Reads => "consents: conditions; the path, aircraft, sensors, parties, purpose";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var overflight in sortie.Abroad)
        {
            // Any one consent is enough: the one whose conditions hold best is told.
            RuleReason[]? best = null;
            foreach (var consent in ConsentSearch.Of(sortie, overflight.State).Where(c => ConsentSearch.Covers(c, overflight)))
            {
                RuleReason[] found = [.. ConditionCheck.Of(consent, overflight, sortie)];
                if (best is null || Worst(found) < Worst(best))
                    best = found;
            }
            foreach (var reason in best ?? [])
                yield return reason;
            if (best is null && sortie.EmergencyOf(overflight) is null)
                yield return (overflight.IsCertain ? RuleReason.Refuse($"no consent of {overflight.State} is in force whose conditions could hold") : RuleReason.Unknown($"no consent of {overflight.State} is in force whose conditions could hold, and that it is entered cannot be ruled out")).Over(overflight);
        }
    }

    private static RuleOutcome Worst(RuleReason[] reasons) => reasons.Max(r => r.Outcome);
}
