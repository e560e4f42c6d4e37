using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>A notice that did not arrive is not known to be given.</summary>
internal sealed class NoticeRecipients : SortieRule
{
    public override string Id => "notice.recipients";

    public override string Title => "Every notice went to all offices of its recipient set, or its waiver or limit is reasoned.";

    public override string Citation => "50 U.S.C. 3093(c)";

    public override string Reads => "notices; recipient sets in the version in force when sent";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var standing in sortie.Duties.Standings)
        {
            if (standing.Notice is not { } notice)
                continue;
            if (notice.Waiver is { } waiver)
            {
                yield return (waiver.Reasons.Length > 0 && waiver.By.Length > 0
                    ? RuleReason.Pass($"{notice.Duty} was waived by {waiver.By}: {waiver.Reasons}")
                    : RuleReason.Refuse($"{notice.Duty} was waived without {(waiver.By.Length == 0 ? "an office" : "reasons")}")).By(notice).At(waiver.At);
                continue;
            }
            if (notice.SentAt is not { } sent)
                continue;
            if (sortie.Documents.At<RecipientSet>(notice.Recipients, sent) is not { } set)
            {
                yield return RuleReason.Unknown($"recipient set {notice.Recipients} was not on record when {notice.Duty} was sent at {sent}").By(notice).At(sent);
                continue;
            }
            if (notice.Recipients != standing.Duty.Recipients)
                yield return RuleReason.Refuse($"{notice.Duty} went to {notice.Recipients}, and is owed to {standing.Duty.Recipients}").By(notice, set).At(sent);
            var owed = set.Offices.Select(o => o.Office).Where(office => notice.Limited is null || notice.Limited.To.Contains(office)).ToArray();
            var missing = owed.Except(notice.Receipts.Where(r => r.At <= sortie.Now).Select(r => r.Office), StringComparer.Ordinal).ToArray();
            yield return (missing.Length == 0
                ? RuleReason.Pass($"{notice.Duty}: all {owed.Length} offices confirmed it")
                : RuleReason.Unknown($"{notice.Duty} was sent at {sent}; no receipt of {string.Join(", ", missing)}")).By(notice, set).At(sent).With("missing", missing.Length);
        }
    }
}
