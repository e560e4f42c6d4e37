using Overflight.Authority.Documents;
using Overflight.Tracks;

namespace Overflight.Authority.Rules;

/// <summary>The public knows how much, where about, and what for.</summary>
internal sealed class SummaryPublic : SortieRule
{
    public override string Id => "summary.public";

    public override string Title => "The public was given a summary of each year that has ended.";

    public override string Citation => "California AB 481; community control over surveillance ordinances";

    public override string Reads => "programme; summaries; profile: summaryWithinDays";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Programme is not { } programme)
            yield break;
        var first = sortie.FirstRecorded(programme).ToDateTimeOffset().Year;
        for (var year = first; year < sortie.Now.ToDateTimeOffset().Year; year++)
        {
            var (begin, end) = (UtcInstant.From(new(year, 1, 1, 0, 0, 0, TimeSpan.Zero)), UtcInstant.From(new(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            var from = year == first ? sortie.FirstRecorded(programme) : begin;
            var due = end.AddSeconds(sortie.Profile.SummaryWithinDays * 86_400);
            var summary = sortie.Documents.At<PublicSummary>(sortie.Now).FirstOrDefault(s => s.Programme == programme.Id && s.Period.From <= from && s.Period.To >= end && s.PublishedAt <= sortie.Now);
            if (summary is not null)
                yield return RuleReason.Pass($"a summary of {year} was published at {summary.PublishedAt}").By(summary).At(summary.PublishedAt);
            else
                yield return (due < sortie.Now ? RuleReason.Refuse($"no summary of {year} was published by {due}") : RuleReason.Pass($"a summary of {year} is due by {due}")).By(programme).At(due);
        }
    }
}
