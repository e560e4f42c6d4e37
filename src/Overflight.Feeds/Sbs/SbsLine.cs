namespace Overflight.Feeds.Sbs;

/// <summary>One line, its commas found.</summary>
internal readonly ref struct SbsLine
{
    /// <summary>Fields of a whole MSG line.</summary>
    public const int FieldCount = 22;

    private readonly ReadOnlySpan<byte> _line;
    private readonly FieldEnds _ends;

    public SbsLine(ReadOnlySpan<byte> line)
    {
        _line = line;
        var from = 0;
        while (Count < FieldCount)
        {
            var comma = line[from..].IndexOf((byte)',');
            _ends[Count++] = comma < 0 ? line.Length : from + comma;
            if (comma < 0)
                break;
            from += comma + 1;
        }
    }

    /// <summary>How many fields there are, up to <see cref="FieldCount"/>.</summary>
    public int Count { get; }

    /// <summary>A field without blanks around it; empty where the line is shorter.</summary>
    public ReadOnlySpan<byte> Field(SbsField field)
    {
        var i = (int)field;
        if (i >= Count)
            return default;
        var start = i == 0 ? 0 : _ends[i - 1] + 1;
        return _line[start.._ends[i]].Trim(" \t\r"u8);
    }

    /// <summary>A field as a number, or NaN.</summary>
    public double Number(SbsField field) => DecimalText.TryParse(Field(field), out var value) ? value : double.NaN;

    /// <summary>The time of generation, else that of logging, microseconds since the Unix epoch on the sender's clock; part None where neither is sound.</summary>
    public TimePart Time(out long microseconds, out bool isLogged)
    {
        var part = SbsClock.Read(Field(SbsField.DateGenerated), Field(SbsField.TimeGenerated), out microseconds);
        isLogged = part == TimePart.None;
        return isLogged ? SbsClock.Read(Field(SbsField.DateLogged), Field(SbsField.TimeLogged), out microseconds) : part;
    }

    [System.Runtime.CompilerServices.InlineArray(FieldCount)]
    private struct FieldEnds
    {
        private int _first;
    }
}
