using System.Buffers;
using System.Globalization;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>Writes the fields of the record's own leaves.</summary>
internal sealed class LeafFieldsWriter
{
    private readonly ArrayBufferWriter<byte> _json = new();

    public LeafFieldsWriter Text(string name, string value)
    {
        Name(name);
        CanonicalText.Write(value, _json);
        return this;
    }

    public LeafFieldsWriter Number(string name, long? value)
    {
        if (value is not { } number)
            return this;
        Name(name);
        Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture), _json);
        return this;
    }

    public LeafFieldsWriter Texts(string name, IEnumerable<string> values)
    {
        Name(name);
        var first = true;
        foreach (var value in values)
        {
            _json.Write(first ? "["u8 : ","u8);
            CanonicalText.Write(value, _json);
            first = false;
        }
        _json.Write(first ? "[]"u8 : "]"u8);
        return this;
    }

    public LeafFieldsWriter Of(LeafReference? of)
    {
        if (of is null)
            return this;
        Name("of");
        _json.Write(new LeafFieldsWriter().Number("index", of.Index).Text("leaf", of.Leaf.ToBase64Url()).ToJson());
        return this;
    }

    /// <summary>The canonical object.</summary>
    public byte[] ToJson()
    {
        _json.Write(_json.WrittenCount == 0 ? "{}"u8 : "}"u8);
        return CanonicalJson.CanonicalizeLeaf(_json.WrittenSpan);
    }

    private void Name(string name)
    {
        _json.Write(_json.WrittenCount == 0 ? "{"u8 : ","u8);
        CanonicalText.Write(name, _json);
        _json.Write(":"u8);
    }
}
