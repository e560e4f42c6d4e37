using System.Buffers;
using System.Globalization;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>
/// Reads JSON (RFC 8259) and writes it canonically in one pass. Members are written as they come and put in order at the object's
/// end, where they are not yet: what a program wrote in order is copied once.
/// </summary>
internal ref struct JsonCanonicalizer : IDisposable
{
    /// <summary>Digits that any whole number within ±(2^53 − 1) may have without being looked at.</summary>
    private const int SafeDigits = 15;

    private static readonly SearchValues<byte> s_plain = SearchValues.Create([.. Enumerable.Range(0x20, 0x60).Select(b => (byte)b).Where(b => b is not ((byte)'"' or (byte)'\\'))]);

    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _wholeNumbers;
    private readonly int _maximumDepth;
    private int _at;
    private int _depth;
    private byte[] _output;
    private int _length;
    private CanonicalMember[] _members;
    private int _memberCount;

    public JsonCanonicalizer(ReadOnlySpan<byte> json, bool wholeNumbers, int maximumDepth)
    {
        _json = json;
        (_wholeNumbers, _maximumDepth) = (wholeNumbers, maximumDepth);
        _output = ArrayPool<byte>.Shared.Rent(json.Length + 64);
        _members = ArrayPool<CanonicalMember>.Shared.Rent(32);
    }

    /// <summary>The canonical form; good until this is disposed.</summary>
    public ReadOnlySpan<byte> Run()
    {
        SkipSpace();
        Value();
        SkipSpace();
        if (_at < _json.Length)
            throw Refuse("something follows the JSON", _at);
        return _output.AsSpan(0, _length);
    }

    public void Dispose()
    {
        // It may have held what is to be sealed.
        _output.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_output);
        ArrayPool<CanonicalMember>.Shared.Return(_members);
    }

    private static RecordException Refuse(string reason, int at) => new($"no JSON with a canonical form: {reason}, at byte {at}");

    private void Value()
    {
        switch (Peek())
        {
            case (byte)'{':
                Object();
                break;
            case (byte)'[':
                Array();
                break;
            case (byte)'"':
                String();
                break;
            case (byte)'t':
                Literal("true"u8);
                break;
            case (byte)'f':
                Literal("false"u8);
                break;
            case (byte)'n':
                Literal("null"u8);
                break;
            default:
                Number();
                break;
        }
    }

    private void Object()
    {
        Enter();
        Write((byte)'{');
        var begin = _length;
        var first = _memberCount;
        var ordered = true;
        SkipSpace();
        if (Peek() != (byte)'}')
        {
            while (true)
            {
                ordered &= Member(first);
                SkipSpace();
                if (!TryTakeComma((byte)'}'))
                    break;
            }
        }
        if (!ordered)
            CanonicalMember.Order(_output.AsSpan(begin, _length - begin), begin, _members.AsSpan(first, _memberCount - first), Refuse);
        _memberCount = first;
        Leave((byte)'}');
    }

    /// <summary>Writes a member; false where its name belongs before the last one's.</summary>
    private bool Member(int first)
    {
        if (Peek() != (byte)'"')
            throw Refuse("a member's name is due", _at);
        var (offset, start) = (_at, _length);
        String();
        var nameEnd = _length;
        SkipSpace();
        if (Peek() != (byte)':')
            throw Refuse("a colon is due", _at);
        _at++;
        Write((byte)':');
        SkipSpace();
        Value();
        if (_memberCount == _members.Length)
            GrowMembers();
        var member = new CanonicalMember(start, nameEnd, _length, offset);
        _members[_memberCount++] = member;
        if (_memberCount - first < 2)
            return true;
        var last = _members[_memberCount - 2];
        var order = CanonicalName.Compare(_output.AsSpan(last.Start, last.NameEnd - last.Start), _output.AsSpan(start, nameEnd - start));
        return order != 0 ? order < 0 : throw Refuse(CanonicalMember.Twice, offset);
    }

    private void Array()
    {
        Enter();
        Write((byte)'[');
        SkipSpace();
        if (Peek() != (byte)']')
        {
            while (true)
            {
                Value();
                SkipSpace();
                if (!TryTakeComma((byte)']'))
                    break;
            }
        }
        Leave((byte)']');
    }

    private void Enter()
    {
        if (++_depth > _maximumDepth)
            throw Refuse($"it is nested more than {_maximumDepth} deep", _at);
        _at++;
    }

    private void Leave(byte close)
    {
        _at++;
        _depth--;
        Write(close);
    }

    private bool TryTakeComma(byte close)
    {
        var next = Peek();
        if (next == close)
            return false;
        if (next != (byte)',')
            throw Refuse("a comma or the end is due", _at);
        _at++;
        Write((byte)',');
        SkipSpace();
        return true;
    }

    private void String()
    {
        var begin = _at++;
        Write((byte)'"');
        while (true)
        {
            var rest = _json[_at..];
            var plain = rest.IndexOfAnyExcept(s_plain);
            if (plain < 0)
                throw Refuse("a string has no end", begin);
            Write(rest[..plain]);
            _at += plain;
            var next = _json[_at];
            if (next == (byte)'"')
                break;
            if (next == (byte)'\\')
                Escape();
            else if (next < 0x20)
                throw Refuse("a control character stands in a string", _at);
            else
                Encoded();
        }
        _at++;
        Write((byte)'"');
    }

    /// <summary>Copies characters beyond ASCII.</summary>
    private void Encoded()
    {
        if (Rune.DecodeFromUtf8(_json[_at..], out _, out var length) != OperationStatus.Done)
            throw Refuse("the bytes are no UTF-8", _at);
        Write(_json.Slice(_at, length));
        _at += length;
    }

    private void Escape()
    {
        var begin = _at;
        if (_at + 1 >= _json.Length)
            throw Refuse("an escape has no end", begin);
        var kind = _json[_at + 1];
        _at += 2;
        var character = kind switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => kind,
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' => Hexadecimal(begin),
            _ => throw Refuse("there is no such escape", begin),
        };
        var rune = new Rune(0xFFFD);
        if (char.IsHighSurrogate((char)character) && _json[_at..].StartsWith("\\u"u8))
        {
            _at += 2;
            var low = Hexadecimal(begin);
            if (!Rune.TryCreate((char)character, (char)low, out rune))
                throw Refuse("half a surrogate pair stands alone", begin);
        }
        else if (!Rune.TryCreate((char)character, out rune))
        {
            throw Refuse("half a surrogate pair stands alone", begin);
        }
        Ensure(6);
        _length += CanonicalText.Write(rune, _output.AsSpan(_length));
    }

    private int Hexadecimal(int begin)
    {
        if (_json.Length - _at < 4)
            throw Refuse("an escape has no end", begin);
        var value = 0;
        foreach (var digit in _json.Slice(_at, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                throw Refuse("an escape is not of four hexadecimal digits", begin);
            value = value * 16 + (digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        _at += 4;
        return value;
    }

    private void Number()
    {
        var begin = _at;
        if (Peek() == (byte)'-')
            _at++;
        var digitsBegin = _at;
        if (Digits() is var digits && (digits == 0 || digits > 1 && _json[digitsBegin] == (byte)'0'))
            throw Refuse(digits == 0 ? "a value is due" : "a number begins with zeros", begin);
        var whole = true;
        if (_at < _json.Length && _json[_at] == (byte)'.')
        {
            whole = false;
            _at++;
            RequireDigits(begin);
        }
        if (_at < _json.Length && (_json[_at] | 0x20) == 'e')
        {
            whole = false;
            _at++;
            if (_at < _json.Length && _json[_at] is (byte)'+' or (byte)'-')
                _at++;
            RequireDigits(begin);
        }
        var text = _json[begin.._at];
        var isMinusZero = text.SequenceEqual("-0"u8);
        if (_wholeNumbers && (!whole || isMinusZero || digits > SafeDigits && !(digits == SafeDigits + 1 && IsSafe(text))))
            throw Refuse("a leaf's numbers are whole, without point, exponent and -0, and within ±(2^53 - 1)", begin);
        if (_wholeNumbers || whole && digits <= SafeDigits && !isMinusZero)
        {
            Write(text);
            return;
        }
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Refuse("a number is beyond what a double holds", begin);
        Ensure(EcmaNumber.MaximumLength);
        _length += EcmaNumber.Write(value, _output.AsSpan(_length));
    }

    private static bool IsSafe(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= CanonicalJson.MaximumInteger;

    private int Digits()
    {
        var begin = _at;
        while (_at < _json.Length && char.IsAsciiDigit((char)_json[_at]))
            _at++;
        return _at - begin;
    }

    private void RequireDigits(int begin)
    {
        if (Digits() == 0)
            throw Refuse("a number ends too early", begin);
    }

    private void Literal(ReadOnlySpan<byte> literal)
    {
        if (!_json[_at..].StartsWith(literal))
            throw Refuse("a value is due", _at);
        _at += literal.Length;
        Write(literal);
    }

    private readonly byte Peek() => _at < _json.Length ? _json[_at] : throw Refuse("it ends too early", _at);

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _at++;
    }

    private void Write(byte value)
    {
        Ensure(1);
        _output[_length++] = value;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_output.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Ensure(int more)
    {
        if (_output.Length - _length < more)
            GrowOutput(more);
    }

    private void GrowOutput(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _output.Length, _length + more));
        _output.AsSpan(0, _length).CopyTo(larger);
        _output.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_output);
        _output = larger;
    }

    private void GrowMembers()
    {
        var larger = ArrayPool<CanonicalMember>.Shared.Rent(2 * _members.Length);
        _members.AsSpan().CopyTo(larger);
        ArrayPool<CanonicalMember>.Shared.Return(_members);
        _members = larger;
    }
}
