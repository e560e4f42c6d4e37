namespace Overflight.Authority.Rules;

/// <summary>What lawmakers were told is the measure.</summary>
internal sealed class ChangeSignificant : SortieRule
{
    public override string Id => "change.significant";

    public override string Title => "Lawmakers were told of every significant change before flights went on.";

    public override string Citation => "50 U.S.C. 3093(d)";

    public override string Reads => "programme in all versions; notices; the path, aircraft, sensors, partners, duration, altitudes";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var standing in sortie.Duties.Standings.Where(s => s.Duty.Rule == Id))
            yield return DutyReason.BeforeFlight(standing, sortie.FirstAct);
        if (sortie.Duties.Told is not { } told)
            yield break;
        foreach (var change in sortie.Duties.Changes)
        {
            var text = $"{change.What}, beyond what was told as version {told.Version}: {change.Text}";
            yield return (change.IsCertain ? RuleReason.Refuse(text) : RuleReason.Unknown(text)).By(told);
        }
        if (sortie.Duties.Changes.Count == 0)
            yield return RuleReason.Pass($"nothing goes beyond what was told as version {told.Version}").By(told);
    }
}
