using System.Xml;

namespace Overflight.Designations.Reading;

/// <summary>
/// Walks an XML list element by element. No document type, no outside references; a record that is larger than any of a list is left out and told.
/// </summary>
internal sealed class XmlRecords : IDisposable
{
    /// <summary>Characters in a document at most; OFAC's advanced XML has about 130 million.</summary>
    private const long LongestDocument = 1L << 30;

    private const int MostNodes = 50_000;
    private const int MostCharacters = 4_000_000;
    private const int Deepest = 32;

    private readonly char[] _chunk = new char[8_192];
    private readonly Stream _stream;
    private readonly XmlReader _reader;

    public XmlRecords(ListSource source)
    {
        _stream = source.Open();
        _reader = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestDocument,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
    }

    public long Line => ((IXmlLineInfo)_reader).LineNumber;

    /// <summary>Goes to the next element whose name is wanted, wherever it is; false at the end.</summary>
    /// <exception cref="XmlException">The document is broken.</exception>
    public bool MoveToNext(Func<string, bool> isWanted)
    {
        while (!_reader.EOF)
        {
            if (_reader.NodeType == XmlNodeType.Element && isWanted(_reader.LocalName))
                return true;
            _reader.Read();
        }
        return false;
    }

    public string Name => _reader.LocalName;

    /// <summary>An attribute of the element stood on.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>Steps into the element, so that <see cref="MoveToNext"/> looks below it.</summary>
    public void Enter() => _reader.Read();

    /// <summary>Takes the element with all that is in it and goes behind it; null where it is too large or too deep.</summary>
    /// <exception cref="XmlException">The document is broken.</exception>
    public XmlRecord? Take()
    {
        var root = Begin();
        if (_reader.IsEmptyElement)
        {
            _reader.Read();
            return root;
        }
        var open = new Stack<XmlRecord>([root]);
        var (nodes, characters, extra) = (0, 0, 0);
        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++nodes > MostNodes || open.Count + extra >= Deepest || extra > 0)
                    {
                        nodes = MostNodes + 1;
                        extra += _reader.IsEmptyElement ? 0 : 1;
                        break;
                    }
                    var child = Begin();
                    open.Peek().Add(child);
                    if (!_reader.IsEmptyElement)
                        open.Push(child);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    for (int count; characters <= MostCharacters && (count = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
                    {
                        characters += count;
                        if (extra == 0)
                            open.Peek().Text += new string(_chunk, 0, count);
                    }
                    if (characters > MostCharacters)
                        nodes = MostNodes + 1;
                    break;
                case XmlNodeType.EndElement when extra > 0:
                    extra--;
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    if (open.Count > 0)
                        break;
                    _reader.Read();
                    return nodes > MostNodes ? null : root;
            }
        }
        return null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private XmlRecord Begin()
    {
        var record = new XmlRecord(_reader.LocalName);
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
            record.Add(_reader.LocalName, _reader.Value);
        _reader.MoveToElement();
        return record;
    }
}
