namespace Overflight.Feeds;

/// <summary>Reads rows that are JSON objects, members as columns.</summary>
internal sealed class RowObjectParser(RowInterpreter interpreter) : IElementParser
{
    private readonly RowMembers _members = new();
    private readonly Row _row = new();

    public byte Opening => (byte)'{';

    public void Parse(ref JsonScanner scanner, long record, long offset)
    {
        _row.Clear();
        _members.Read(ref scanner, _row);
        if (scanner.IsGood)
            interpreter.Accept(_row, record, offset);
    }
}
