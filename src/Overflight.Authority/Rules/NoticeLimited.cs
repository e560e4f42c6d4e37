using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>To tell fewer offices is an exception that ends.</summary>
internal sealed class NoticeLimited : SortieRule
{
    public override string Id => "notice.limited";

    public override string Title => "A limited notice has written reasons, is reviewed in time, and the other offices know that it exists.";

    public override string Citation => "50 U.S.C. 3093(c)(2), (c)(5), (g)";

    public override string Reads => "notices: limited; profile: reviewLimitedAfterDays";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var notice in sortie.Duties.Standings.Select(s => s.Notice).OfType<Notice>())
        {
            if (notice.Limited is not { } limited || notice.SentAt is not { } sent)
                continue;
            var latest = sent.AddSeconds(sortie.Profile.ReviewLimitedAfterDays * 86_400);
            var due = limited.ReviewBy < latest ? limited.ReviewBy : latest;
            if (limited.Reasons.Length == 0)
                yield return RuleReason.Refuse($"{notice.Duty} went to {string.Join(", ", limited.To)} only, without written reasons").By(notice).At(sent);
            if (!(limited.OthersToldAt <= sortie.Now))
                yield return RuleReason.Refuse($"the other offices were not told that {notice.Duty} was limited").By(notice).At(sent);
            if (due < sortie.Now && !(limited.ReviewedAt <= sortie.Now))
                yield return RuleReason.Refuse($"the limit of {notice.Duty} was to be looked at again by {due}").By(notice).At(due);
            else
                yield return RuleReason.Pass($"{notice.Duty} went to {string.Join(", ", limited.To)}: {limited.Reasons}; to be looked at again by {due}").By(notice).At(sent, due);
        }
    }
}
