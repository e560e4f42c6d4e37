namespace Overflight.Authority.Rules;

/// <summary>No pilotless aircraft flies over a State without its special authorisation.</summary>
internal sealed class ConsentInForce : SortieRule
{
    public override string Id => "consent.in-force";

    public override string Title => "Every State whose sovereign airspace is entered has a consent in force for all of that time.";

    public override string Citation => "Chicago Convention, art. 1, 2, 8";

    public override string Reads => "the path; consents";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var overflight in sortie.Abroad)
        {
            var consents = ConsentSearch.Of(sortie, overflight.State).ToArray();
            var covering = consents.FirstOrDefault(c => ConsentSearch.Covers(c, overflight));
            if (covering is not null && sortie.FirstRecorded(covering) > overflight.From)
                yield return RuleReason.Unknown($"consent {covering.Reference} of {covering.Authority} covers it, but was recorded only at {sortie.FirstRecorded(covering)}").By(covering).Over(overflight);
            else if (covering is not null)
                yield return RuleReason.Pass($"{overflight.State}: consent {covering.Reference} of {covering.Authority}").By(covering).Over(overflight);
            else if (sortie.EmergencyOf(overflight) is { } emergency)
                yield return RuleReason.Pass($"{overflight.State} without consent, in an emergency from {emergency.During.From} to {emergency.During.To}, which is allowed and is told to it: {emergency.Note}").Over(overflight);
            else if (overflight.IsCertain)
                yield return RuleReason.Refuse($"{overflight.State} is entered between {overflight.From} and {overflight.To}, and {ConsentSearch.WhyNot(consents, overflight)}").By(consents).Over(overflight);
            else
                yield return RuleReason.Unknown($"that {overflight.State} is entered between {overflight.From} and {overflight.To} cannot be ruled out, and {ConsentSearch.WhyNot(consents, overflight)}").By(consents).Over(overflight);
        }
        if (!sortie.Abroad.Any())
            yield return RuleReason.Pass($"no other State's sovereign airspace is entered ({sortie.Path.Boundaries.Name}, {sortie.Path.Boundaries.Vintage})");
    }
}
