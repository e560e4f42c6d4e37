using System.Text;
using CsCheck;
using Overflight.Authority.Documents;
using Overflight.Notices.Deadlines;
using Overflight.Tracks;

namespace Overflight.Notices.Tests;

/// <summary>What is due, how it stands, and the calendar of it.</summary>
public class DeadlineTests
{
    [Theory]
    [InlineData("2026-01-06", "programme.lantern.v1", "Open", null)]
    [InlineData("2026-03-03", "programme.lantern.v1", "Done", "2026-03-02T06:00:00Z")]
    [InlineData("2026-03-03", "sortie.s-1.incident.1", "Open", "2026-03-04T07:10:00Z")]
    [InlineData("2026-03-05", "sortie.s-1.incident.1", "Overdue", "2026-03-04T07:10:00Z")]
    [InlineData("2026-01-04", "instrument.finding-1.in-writing", "Open", "2026-01-05")]
    [InlineData("2026-01-06", "instrument.finding-1.in-writing", "Overdue", "2026-01-05")]
    [InlineData("2026-03-03", "consent.mex-1.ends", "Open", "2026-06-01")]
    [InlineData("2026-06-02", "consent.mex-1.ends", "Ended", "2026-06-01")]
    [InlineData("2027-01-01", "instrument.finding-1.ends", "Ended", "2027-01-01")]
    [InlineData("2026-04-02", "sortie.s-1.product.9f86d081884c.evaluate", "Overdue", "2026-04-01")]
    [InlineData("2026-04-02", "sortie.s-1.product.9f86d081884c.delete", "Open", "2026-08-01")]
    [InlineData("2027-02-01", "programme.lantern.summary.2026", "Open", "2027-04-01")]
    [InlineData("2027-05-01", "programme.lantern.summary.2026", "Overdue", "2027-04-01")]
    public void Each_stands_as_the_papers_say(string at, string key, string state, string? due)
    {
        var deadline = Find(MadePapers.With(), at, key);

        Assert.Equal(state, deadline.State.ToString());
        Assert.Equal(due is null ? null : MadePapers.T(due), deadline.DueAt);
    }

    [Fact]
    public void A_programme_that_flew_before_it_was_told_is_overdue_and_told_later_is_late()
    {
        var untold = MadePapers.Notice with { SentAt = null };
        Assert.Equal(DeadlineState.Open, Find(MadePapers.With(untold), "2026-03-01", "programme.lantern.v1").State);
        Assert.Equal(MadePapers.T("2026-03-02T06:00:00Z"), Find(MadePapers.With(untold), "2026-03-01", "programme.lantern.v1").DueAt);
        Assert.Equal(DeadlineState.Overdue, Find(MadePapers.With(untold), "2026-03-03", "programme.lantern.v1").State);
        Assert.Equal(DeadlineState.DoneLate, Find(MadePapers.With(MadePapers.Notice with { SentAt = MadePapers.T("2026-03-03") }), "2026-03-04", "programme.lantern.v1").State);
    }

    [Fact]
    public void A_limited_notice_is_reviewed_by_the_earlier_of_its_own_time_and_the_profiles()
    {
        Assert.Equal(MadePapers.T("2026-05-01"), Review("2026-05-01").DueAt);
        Assert.Equal(MadePapers.T("2026-07-09"), Review("2027-05-01").DueAt);
        Assert.Equal(DeadlineState.Overdue, Review("2026-02-01").State);

        static Deadline Review(string by) => Find(MadePapers.With(MadePapers.Notice with { Limited = new(["House committee"], "ongoing", MadePapers.T(by)) }), "2026-03-03", "notice.lantern-new.review");
    }

    [Fact]
    public void What_is_held_is_not_to_be_deleted_and_what_is_withdrawn_has_ended()
    {
        var held = MadePapers.Flown with { Products = [new() { Sha256 = MadePapers.Hash, HeldBy = "court.example" }] };
        Assert.Equal(DeadlineState.Waived, Find(MadePapers.With(held), "2026-09-01", "sortie.s-1.product.9f86d081884c.delete").State);
        Assert.Equal(DeadlineState.Ended, Find(MadePapers.With(MadePapers.Consent with { RevokedAt = MadePapers.T("2026-03-01") }), "2026-03-03", "consent.mex-1.ends").State);
    }

    [Fact]
    public void What_is_overdue_comes_first_then_what_is_due_soonest_and_done_last()
    {
        var list = DeadlineList.Of(MadePapers.With(), MadePapers.T("2026-04-02"));
        var states = list.Select(d => d.State switch { DeadlineState.Overdue => 0, DeadlineState.Open => 1, _ => 2 }).ToArray();

        Assert.Equal(states.Order(), states);
        var open = list.Where(d => d.State == DeadlineState.Open && d.DueAt is not null).Select(d => d.DueAt!.Value.Microseconds).ToArray();
        Assert.Equal(open.Order(), open);
        Assert.Equal(list.Count, list.Select(d => d.Key).Distinct().Count());
        Assert.Equal(["s-1"], DeadlineList.WithoutTrack(MadePapers.With(), MadePapers.T("2026-04-02"), []));
        Assert.Empty(DeadlineList.WithoutTrack(MadePapers.With(), MadePapers.T("2026-04-02"), ["s-1"]));
    }

    [Fact]
    public void The_calendar_is_read_by_another_library_with_an_event_and_alarms_for_each()
    {
        var now = MadePapers.T("2026-04-02");
        var pending = DeadlineList.Of(MadePapers.With(), now).Where(d => d is { IsPending: true, DueAt: not null }).ToArray();
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(DeadlineCalendar.Write(DeadlineList.Of(MadePapers.With(), now), now)))!;

        Assert.Equal(pending.Select(d => d.Key + "@duties.overflight"), calendar.Events.Select(e => e.Uid));
        Assert.All(calendar.Events, e => Assert.Equal(2, e.Alarms.Count));
        Assert.Equal(pending.Select(d => d.DueAt!.Value.ToDateTimeOffset().UtcDateTime), calendar.Events.Select(e => e.DtStart!.AsUtc));
        var later = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(DeadlineCalendar.Write(DeadlineList.Of(MadePapers.With(), now.AddSeconds(60)), now.AddSeconds(60))))!;
        Assert.Equal(calendar.Events.Select(e => e.Uid), later.Events.Select(e => e.Uid));
    }

    [Fact]
    public void Whatever_is_due_its_words_come_back_from_the_calendar_and_no_line_is_too_long()
    {
        var text = Gen.OneOf(Gen.Char[' ', '~'], Gen.Const('ñ'), Gen.Const('中'), Gen.Const('\n'), Gen.Const(';'), Gen.Const(','), Gen.Const('\\')).Array[1, 200].Select(c => $"a{new string(c)}z");
        text.Sample(words =>
        {
            var bytes = DeadlineCalendar.Write([new("k", DeadlineKind.Notice, words, null, default, MadePapers.T("2026-05-01"), DeadlineState.Open)], MadePapers.T("2026-04-01"));
            var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
            return lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75) && Ical.Net.Calendar.Load(Encoding.UTF8.GetString(bytes))!.Events.Single().Summary == words;
        }, iter: 300);
    }

    private static Deadline Find(DocumentSet papers, string at, string key) => Assert.Single(DeadlineList.Of(papers, MadePapers.T(at)), d => d.Key == key);
}
