using System.Globalization;
using System.Text;
using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>What is still to be done, as an iCalendar (RFC 5545) that calendars can subscribe to: an event a deadline, with alarms.</summary>
public static class DeadlineCalendar
{
    /// <summary>Octets of a line, its break not counted (RFC 5545, section 3.1).</summary>
    private const int LongestLine = 75;

    /// <summary>Writes it; lines end in CR LF.</summary>
    /// <param name="deadlines">The deadlines; those that are done, over, or without a time are left out.</param>
    /// <param name="now">The instant that they are of.</param>
    public static byte[] Write(IEnumerable<Deadline> deadlines, UtcInstant now)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Overflight//papers duties//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:Overflight duties");
        foreach (var deadline in deadlines.Where(d => d is { IsPending: true, DueAt: not null }))
            Event(text, deadline, now);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Event(StringBuilder text, Deadline deadline, UtcInstant now)
    {
        var summary = (deadline.State == DeadlineState.Overdue ? "OVERDUE: " : "") + deadline.Text;
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{deadline.Key}@duties.overflight");
        Line(text, $"DTSTAMP:{Time(now)}");
        Line(text, $"DTSTART:{Time(deadline.DueAt!.Value)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"DESCRIPTION:{Escape($"{DeadlineWords.Of(deadline.Kind)}, {DeadlineWords.Of(deadline.State)}\n{deadline.Key}{(deadline.Document is null ? "" : $"\n{deadline.Document}")}")}");
        Line(text, $"CATEGORIES:{DeadlineWords.Of(deadline.Kind)}");
        Line(text, "TRANSP:TRANSPARENT");
        foreach (var before in deadline.Kind is DeadlineKind.Notice or DeadlineKind.InWriting ? ["PT24H", "PT2H"] : new[] { "P7D", "P1D" })
        {
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, $"DESCRIPTION:{Escape(summary)}");
            Line(text, $"TRIGGER:-{before}");
            Line(text, "END:VALARM");
        }
        Line(text, "END:VEVENT");
    }

    private static string Time(UtcInstant at) => at.ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c))
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>A line, folded where it is too long, never within a character.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
