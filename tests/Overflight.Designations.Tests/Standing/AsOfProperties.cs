using CsCheck;
using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests.Standing;

public sealed class AsOfProperties
{
    /// <summary>Versions of a small list: the month of each, its entries with programmes, whether it is a part.</summary>
    private static readonly Gen<(int Month, bool IsPartial, (int Id, bool Fto)[] Rows)[]> s_versions =
        Gen.Select(Gen.Int[1, 60], Gen.Bool, Gen.Select(Gen.Int[1, 4], Gen.Bool).Array[1, 4]).Array[1, 6];

    [Fact]
    public void Later_versions_never_change_answers_about_earlier_days() => s_versions.Sample(
        versions =>
        {
            using var made = new MadeStore();
            var told = new Dictionary<(int Month, int Id), (Answer, string?, string)>();
            foreach (var (month, isPartial, rows) in versions.DistinctBy(version => version.Month).OrderBy(version => version.Month))
            {
                Import(made, month, isPartial, rows);
                for (var asked = 1; asked <= 61; asked += 4)
                {
                    for (var id = 1; id <= 4; id++)
                    {
                        var answer = Answered(made, asked, id);
                        if (asked < month && told.TryGetValue((asked, id), out var before))
                            Assert.Equal(before, answer);
                        told[(asked, id)] = answer;
                    }
                }
            }
        },
        iter: 60, threads: 1);

    [Fact]
    public void Answers_do_not_depend_on_the_order_of_imports() => s_versions.Sample(
        versions =>
        {
            using var forth = new MadeStore();
            using var back = new MadeStore();
            var distinct = versions.DistinctBy(version => version.Month).ToArray();
            foreach (var (month, isPartial, rows) in distinct)
                Import(forth, month, isPartial, rows);
            foreach (var (month, isPartial, rows) in distinct.Reverse())
                Import(back, month, isPartial, rows);
            for (var asked = 1; asked <= 61; asked += 3)
            {
                for (var id = 1; id <= 4; id++)
                    Assert.Equal(Answered(forth, asked, id), Answered(back, asked, id));
            }
        },
        iter: 40, threads: 1);

    [Fact]
    public void A_version_is_the_floor_of_all_later_days() => s_versions.Sample(
        versions =>
        {
            using var made = new MadeStore();
            foreach (var (month, isPartial, rows) in versions.DistinctBy(version => version.Month))
                Import(made, month, isPartial, rows);
            for (var id = 1; id <= 4; id++)
            {
                var floor = DateOnly.MinValue;
                for (var asked = 1; asked <= 61; asked++)
                {
                    var version = made.Store.StandingAsOf("ofac-sdn", id.ToString(), Day(asked)).Version?.Date ?? DateOnly.MinValue;
                    Assert.True(version >= floor && version <= Day(asked));
                    floor = version;
                }
            }
        },
        iter: 60, threads: 1);

    private static void Import(MadeStore made, int month, bool isPartial, (int Id, bool Fto)[] rows) =>
        // The month is in the rows, so that two versions are never the same bytes.
        made.Import($"v{month}.csv", string.Concat(rows.DistinctBy(row => row.Id).Select(row => Sample.Row(row.Id.ToString(), $"NAME {row.Id}", row.Fto ? "SDNTK] [FTO" : "SDNTK", $"Of month {month}."))), $"{Day(month):yyyy-MM-dd}", isPartial);

    private static (Answer, string?, string) Answered(MadeStore made, int asked, int id)
    {
        var standing = made.Store.StandingAsOf("ofac-sdn", id.ToString(), Day(asked));
        return (standing.Listed, standing.Version?.ContentHash, string.Join(' ', standing.Programmes.Select(programme => $"{programme.Programme}={programme.InEffect}").Append(standing.Entry?.Remarks)));
    }

    private static DateOnly Day(int month) => new DateOnly(2020, 1, 1).AddMonths(month);
}
