using Overflight.Designations.Standing;

namespace Overflight.Designations.Tests.Standing;

public sealed class StandingTests
{
    [Fact]
    public void Before_the_first_snapshot_nothing_is_known_and_that_is_not_no()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A"), "2021-07-07");

        Assert.Equal(Answer.Unknown, made.AsOf("1", "2021-07-06").Listed);
        Assert.Equal(Answer.Unknown, made.AsOf("1", "2021-07-06").InEffect(null));
        Assert.Equal(Answer.Unknown, made.AsOf("1", "2021-07-06").InEffect("SDNTK"));
        Assert.Contains("first snapshot of ofac-sdn here is of 2021-07-07", Assert.Single(made.AsOf("1", "2021-07-06").NotKnown));
        Assert.Equal(Answer.Yes, made.AsOf("1", "2021-07-07").Listed);
        Assert.Equal(Answer.No, made.AsOf("2", "2021-07-07").Listed);
        Assert.Equal(Answer.No, made.AsOf("2", "2021-07-07").InEffect("SDNTK"));
        Assert.Contains(made.AsOf("1", "2025-01-01").NotKnown, note => note.Contains("known here as it was on 2021-07-07", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_list_says_nothing_of_what_is_not_in_it()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A") + Sample.Row("2", "B"), "2021-07-07");
        made.Import("b.csv", Sample.Row("1", "A", "SDNTK] [FTO"), "2026-06-30", isPartial: true);

        Assert.Equal((Answer.Yes, "2021-07-07"), (made.AsOf("2", "2026-07-01").Listed, $"{made.AsOf("2", "2026-07-01").Version!.Date:yyyy-MM-dd}"));
        Assert.Equal(Answer.Yes, made.AsOf("1", "2026-07-01").InEffect("FTO"));
        Assert.Equal(Answer.No, made.AsOf("1", "2026-06-29").InEffect("FTO"));
        Assert.Equal(Answer.No, made.AsOf("3", "2026-07-01").Listed);
        Assert.Empty(made.Store.Compare("ofac-sdn", "2", new(2021, 7, 7), new(2026, 7, 1)).Steps);
    }

    [Fact]
    public void Only_parts_leave_it_open()
    {
        using var made = new MadeStore();
        made.Import("b.csv", Sample.Row("1", "A"), "2026-06-30", isPartial: true);

        Assert.Equal(Answer.Unknown, made.AsOf("2", "2026-07-01").Listed);
    }

    [Fact]
    public void Rows_that_could_not_be_read_leave_it_open()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A") + "2,\"OPEN\r\n", "2021-07-07");

        Assert.Equal(Answer.Yes, made.AsOf("1", "2021-07-07").Listed);
        Assert.Equal(Answer.Unknown, made.AsOf("2", "2021-07-07").Listed);
    }

    [Fact]
    public void Hand_entered_dates_say_when_and_override_those_of_the_list()
    {
        using var made = new MadeStore();
        made.Import("sdn_advanced.xml", Sample.Advanced);
        Assert.Equal("told by the list", made.AsOf("101", "2030-03-05").Whole.Reason[^17..^1]);
        Assert.Equal(new DateOnly(2025, 2, 20), made.AsOf("101", "2030-03-05").Whole.Decisive!.Date);

        made.Enter("101", DesignationState.Effective, "2025-03-01");

        var standing = made.AsOf("101", "2030-03-05");
        Assert.Equal((new DateOnly(2025, 3, 1), true), (standing.Whole.Decisive!.Date, standing.Whole.Decisive.IsHandEntered));
        Assert.DoesNotContain(standing.Events, e => !e.IsHandEntered);
    }

    [Fact]
    public void The_steps_of_a_designation_are_in_effect_only_from_their_publication()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A"), "2021-07-07");
        made.Enter("1", DesignationState.Draft, "2025-01-20", "FTO");
        made.Enter("1", DesignationState.Decided, "2025-02-06", "FTO");
        made.Enter("1", DesignationState.Effective, "2025-02-20", "FTO");
        made.Enter("1", DesignationState.Revoked, "2027-01-01", "FTO");

        foreach (var (day, state, inEffect) in new (string, DesignationState?, Answer)[] { ("2025-01-19", null, Answer.No), ("2025-01-20", DesignationState.Draft, Answer.No), ("2025-02-06", DesignationState.Decided, Answer.No), ("2025-02-19", DesignationState.Decided, Answer.No), ("2025-02-20", DesignationState.Effective, Answer.Yes), ("2026-12-31", DesignationState.Effective, Answer.Yes), ("2027-01-01", DesignationState.Revoked, Answer.No) })
        {
            var fto = made.AsOf("1", day).Programmes.Single(programme => programme.Programme == "FTO");
            Assert.Equal((day, state, inEffect), (day, fto.State, fto.InEffect));
            Assert.Equal(state == DesignationState.Draft, fto.IsDraft);
        }
        Assert.Equal(Answer.Yes, made.AsOf("1", "2025-01-19").InEffect("SDNTK"));
    }

    [Fact]
    public void A_draft_of_what_is_on_no_list_is_a_draft_and_not_in_effect()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A"), "2021-07-07");
        made.Enter("to-be-1", DesignationState.Draft, "2025-01-20");

        var standing = made.AsOf("to-be-1", "2025-06-01");
        Assert.Equal((Answer.No, Answer.No, true), (standing.Listed, standing.Whole.InEffect, standing.Whole.IsDraft));
    }

    [Fact]
    public void A_list_that_has_it_before_the_stated_day_is_a_contradiction_and_is_told()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A", "FTO"), "2021-07-07");
        made.Enter("1", DesignationState.Effective, "2025-02-20", "FTO");

        var fto = Assert.Single(made.AsOf("1", "2022-01-01").Programmes);
        Assert.Equal(Answer.Unknown, fto.InEffect);
        Assert.Contains("the two disagree", fto.Reason);
    }

    [Fact]
    public void What_was_revoked_as_a_whole_has_no_programme_until_a_later_list_shows_it()
    {
        using var made = new MadeStore();
        made.Import("a.csv", Sample.Row("1", "A"), "2021-07-07");
        made.Enter("1", DesignationState.Revoked, "2022-01-01");
        Assert.Equal(Answer.No, made.AsOf("1", "2022-01-01").InEffect("SDNTK"));
        Assert.Equal(Answer.Yes, made.AsOf("1", "2021-12-31").InEffect("SDNTK"));
        made.Import("b.csv", Sample.Row("1", "A B"), "2023-01-01");
        Assert.Equal(Answer.Yes, made.AsOf("1", "2023-01-01").InEffect("SDNTK"));
    }
}
