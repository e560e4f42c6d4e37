namespace Overflight.Record.Leaves;

/// <summary>Walks over an object or array of canonical JSON. It trusts the bytes: only what was canonicalised or checked goes in.</summary>
internal ref struct CanonicalReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _named;
    private int _at = 1;

    public CanonicalReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _named = json[0] == (byte)'{';
    }

    /// <summary>Where the member or element begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where its value begins.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>A member's name with its quotation marks, as it stands.</summary>
    public readonly ReadOnlySpan<byte> QuotedName => _json[Start..(ValueStart - 1)];

    /// <summary>A member's name between its quotation marks, as it stands.</summary>
    public readonly ReadOnlySpan<byte> Name => _json[(Start + 1)..(ValueStart - 2)];

    public readonly ReadOnlySpan<byte> Value => _json[ValueStart..End];

    public readonly Range ValueRange => ValueStart..End;

    public bool Next()
    {
        if (_at >= _json.Length - 1)
            return false;
        Start = ValueStart = _at;
        if (_named)
            ValueStart = EndOfString(_at) + 1;
        End = EndOfValue(ValueStart);
        // Behind the comma; at the end, behind the brace.
        _at = End + 1;
        return true;
    }

    private readonly int EndOfValue(int at)
    {
        if (_json[at] == (byte)'"')
            return EndOfString(at);
        if (_json[at] is not ((byte)'{' or (byte)'['))
            return at + _json[at..].IndexOfAny((byte)',', (byte)'}', (byte)']');
        var depth = 0;
        while (true)
        {
            switch (_json[at])
            {
                case (byte)'"':
                    at = EndOfString(at);
                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return at + 1;
            }
            at++;
        }
    }

    private readonly int EndOfString(int at)
    {
        at++;
        while (true)
        {
            at += _json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (_json[at] == (byte)'"')
                return at + 1;
            at += 2;
        }
    }
}
