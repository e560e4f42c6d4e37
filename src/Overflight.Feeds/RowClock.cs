namespace Overflight.Feeds;

/// <summary>
/// Tells the time of rows. Which column gives it is settled by the first row that has a whole instant, and kept:
/// a row whose time is missing must not take another column's.
/// </summary>
internal sealed class RowClock(ReadSession session)
{
    private const int FromParts = ColumnNames.TimeSlots;
    private int _chosen = -1;

    /// <summary>The row's time, microseconds since the Unix epoch.</summary>
    public TimePart Read(Row row, out long microseconds)
    {
        microseconds = 0;
        if (_chosen >= 0 && _chosen < FromParts)
            return ReadSlot(row, _chosen, out microseconds);
        var worst = TimePart.None;
        long day = -1, clock = -1;
        for (var slot = 0; slot < ColumnNames.TimeSlots; slot++)
        {
            var part = ReadSlot(row, slot, out var value);
            if (part == TimePart.Instant && _chosen < 0)
            {
                _chosen = slot;
                microseconds = value;
                return part;
            }
            if (part == TimePart.Day && day < 0)
                day = value;
            else if (part == TimePart.TimeOfDay && clock < 0)
                clock = value;
            else if (part == TimePart.OutOfRange)
                worst = part;
        }
        if (day < 0 || clock < 0)
            return worst;
        _chosen = FromParts;
        session.Note("the time is put together from a column of days and one of times of day, taken as UTC");
        microseconds = day + clock;
        return TimePart.Instant;
    }

    private TimePart ReadSlot(Row row, int slot, out long microseconds)
    {
        var part = TimeText.Read(row.TimeText(slot), row.TimeScale(slot), out microseconds, out var hasZone);
        if (part == TimePart.Instant && !hasZone)
            session.Note("the times name no zone and are taken as UTC");
        return part;
    }
}
