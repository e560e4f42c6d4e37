namespace Overflight.Authority.Rules;

/// <summary>A new programme is told before it flies.</summary>
internal sealed class NoticeNew : SortieRule
{
    public override string Id => "notice.new";

    public override string Title => "Lawmakers were told of the programme before its first flight.";

    public override string Citation => "50 U.S.C. 3091(a), 3093(b)-(c)";

    public override string Reads => "programme; notices";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var standing in sortie.Duties.Standings.Where(s => s.Duty.Rule == Id))
            yield return DutyReason.BeforeFlight(standing, sortie.FirstAct);
    }
}
