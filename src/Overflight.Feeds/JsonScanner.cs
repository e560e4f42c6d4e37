using System.Buffers;

namespace Overflight.Feeds;

/// <summary>
/// Reads JSON forwards over bytes that may end anywhere. Once it is not <see cref="ScanState.Good"/> it does
/// nothing more, so that callers look at the state once a record instead of once a value.
/// </summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> data)
{
    private const int MaximumDepth = 64;
    private static readonly SearchValues<byte> s_structure = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> s_quoteOrEscape = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> s_wordEnd = SearchValues.Create(",]} \n\r\t:\""u8);
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>The next byte to read; where reading failed, when it did.</summary>
    public int Position;

    /// <summary>How the scanner stands.</summary>
    public ScanState State;

    public readonly bool IsGood => State == ScanState.Good;

    /// <summary>The bytes scanned over.</summary>
    public readonly ReadOnlySpan<byte> Data => _data;

    /// <summary>The next byte that is no blank, not taken; 0 at the end.</summary>
    public byte Next()
    {
        var i = Position;
        while ((uint)i < (uint)_data.Length)
        {
            var b = _data[i];
            if (b > ' ' || b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                Position = i;
                return b;
            }
            i++;
        }
        Position = i;
        if (State == ScanState.Good)
            State = ScanState.NeedsMore;
        return 0;
    }

    /// <summary>Takes one byte of punctuation, if it is next.</summary>
    public bool Take(byte punctuation)
    {
        if (State != ScanState.Good || Next() != punctuation)
            return false;
        Position++;
        return true;
    }

    /// <summary>Takes one byte of punctuation; anything else is bad.</summary>
    public void Expect(byte punctuation)
    {
        if (State != ScanState.Good)
            return;
        if (Next() == punctuation)
            Position++;
        else if (State == ScanState.Good)
            State = ScanState.Bad;
    }

    /// <summary>Moves past a comma; false, past the closing bracket, when the container ends here.</summary>
    public bool TakeCommaOrEnd(byte closing)
    {
        if (State != ScanState.Good)
            return false;
        var b = Next();
        if (b == ',')
        {
            Position++;
            return true;
        }
        if (b == closing)
            Position++;
        else if (State == ScanState.Good)
            State = ScanState.Bad;
        return false;
    }

    /// <summary>Reads a string, without its quotes and with its escapes as they stand.</summary>
    public ReadOnlySpan<byte> ReadString()
    {
        Expect((byte)'"');
        if (State != ScanState.Good)
            return default;
        var start = Position;
        for (var i = start; ;)
        {
            var next = _data[i..].IndexOfAny(s_quoteOrEscape);
            if (next < 0 || (_data[i + next] == '\\' && i + next + 1 >= _data.Length))
            {
                State = ScanState.NeedsMore;
                return default;
            }
            i += next;
            if (_data[i] == '"')
            {
                Position = i + 1;
                return _data[start..i];
            }
            i += 2;
        }
    }

    /// <summary>Reads an object's key and its colon.</summary>
    public ReadOnlySpan<byte> ReadKey()
    {
        var key = ReadString();
        Expect((byte)':');
        return key;
    }

    /// <summary>Reads a number or null (NaN); anything else is read and gives NaN and its kind.</summary>
    public JsonKind ReadNumber(out double number)
    {
        var first = State == ScanState.Good ? Next() : (byte)0;
        if (State == ScanState.Good && first is >= (byte)'0' and <= (byte)'9' or (byte)'-')
        {
            number = DecimalText.Read(_data[Position..], out var used);
            if (used > 0 && Position + used < _data.Length)
            {
                Position += used;
                return JsonKind.Number;
            }
        }
        return ReadScalar(out number, out _);
    }

    /// <summary>Reads a number, or passes over whatever else stands there (NaN).</summary>
    public double ReadNumberOrSkip()
    {
        if (ReadNumber(out var number) is JsonKind.Object or JsonKind.Array)
            SkipValue();
        return number;
    }

    /// <summary>Reads a code from 0 to a highest, or passes over whatever else stands there (−1).</summary>
    public sbyte ReadCode(int highest) =>
        ReadNumberOrSkip() is var code && code >= 0 && code <= highest ? (sbyte)code : (sbyte)-1;

    /// <summary>Reads a scalar. Of an object or an array the kind is told and nothing is taken.</summary>
    public JsonKind ReadScalar(out double number, out ReadOnlySpan<byte> text)
    {
        number = double.NaN;
        text = default;
        if (State != ScanState.Good)
            return JsonKind.None;
        switch (Next())
        {
            case (byte)'"':
                text = ReadString();
                return State == ScanState.Good ? JsonKind.String : JsonKind.None;
            case (byte)'{':
                return JsonKind.Object;
            case (byte)'[':
                return JsonKind.Array;
            case 0 when State != ScanState.Good:
                return JsonKind.None;
            default:
                return ReadWord(out number);
        }
    }

    /// <summary>Passes over a value of any kind. Numbers and words passed over are not looked into.</summary>
    public void SkipValue()
    {
        if (State != ScanState.Good)
            return;
        var first = Next();
        if (first == '"')
        {
            ReadString();
            return;
        }
        if (first is not ((byte)'{' or (byte)'['))
        {
            SkipWord();
            return;
        }
        var depth = 0;
        do
        {
            var next = _data[Position..].IndexOfAny(s_structure);
            if (next < 0)
            {
                Position = _data.Length;
                State = ScanState.NeedsMore;
                return;
            }
            Position += next;
            switch (_data[Position])
            {
                case (byte)'"':
                    ReadString();
                    if (State != ScanState.Good)
                        return;
                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }
            Position++;
            if (depth > MaximumDepth)
                State = ScanState.Bad;
        }
        while (depth > 0 && State == ScanState.Good);
    }

    private void SkipWord()
    {
        var i = Position;
        while ((uint)i < (uint)_data.Length && (char.IsAsciiLetterOrDigit((char)_data[i]) || _data[i] is (byte)'-' or (byte)'+' or (byte)'.'))
            i++;
        if (i >= _data.Length)
            State = ScanState.NeedsMore;
        else if (i == Position)
            State = ScanState.Bad;
        else
            Position = i;
    }

    private JsonKind ReadWord(out double number)
    {
        number = double.NaN;
        var rest = _data[Position..];
        var length = rest.IndexOfAny(s_wordEnd);
        if (length < 0)
        {
            // A word this long is none; anything shorter may go on behind the window.
            State = rest.Length > 400 ? ScanState.Bad : ScanState.NeedsMore;
            return JsonKind.None;
        }
        var word = rest[..length];
        var kind = JsonKind.None;
        if (word.SequenceEqual("null"u8))
            kind = JsonKind.Null;
        else if (word.SequenceEqual("true"u8))
            kind = JsonKind.True;
        else if (word.SequenceEqual("false"u8))
            kind = JsonKind.False;
        else if (word.SequenceEqual("NaN"u8) || word.SequenceEqual("Infinity"u8) || word.SequenceEqual("-Infinity"u8))
            kind = JsonKind.NotANumber;
        else if (DecimalText.TryParse(word, out number))
            kind = JsonKind.Number;
        if (kind == JsonKind.None)
            State = ScanState.Bad;
        else
            Position += length;
        return kind;
    }
}
