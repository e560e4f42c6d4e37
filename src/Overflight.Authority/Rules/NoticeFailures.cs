namespace Overflight.Authority.Rules;

/// <summary>What goes wrong is told.</summary>
internal sealed class NoticeFailures : SortieRule
{
    public override string Id => "notice.failures";

    public override string Title => "Crashes, links lost over a State, entries that were not planned and unlawful acts were told in time.";

    public override string Citation => "50 U.S.C. 3091(b), 3092(a)";

    public override string Reads => "duties of incidents and of entries that were not planned";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var standing in sortie.Duties.Standings.Where(s => s.Duty.Rule == Id))
            yield return DutyReason.Of(standing);
    }
}
