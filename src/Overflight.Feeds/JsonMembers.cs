namespace Overflight.Feeds;

/// <summary>
/// Walks the members of a JSON object that may be larger than memory: keys and small values are read, large
/// values are either passed over or handed to <see cref="JsonElements"/>.
/// </summary>
internal sealed class JsonMembers(ByteWindow window, ReadSession session)
{
    /// <summary>The key read last.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Takes the opening brace; false at the end of the input or where something else stands.</summary>
    public bool Enter()
    {
        if (Next() != '{')
            return false;
        window.Consume(1);
        return true;
    }

    /// <summary>Reads the next key and its colon into <see cref="Key"/>; false, past the brace, at the object's end.</summary>
    public bool NextKey()
    {
        while (true)
        {
            var next = Next();
            if (next == ',')
            {
                window.Consume(1);
                continue;
            }
            if (next == '}')
            {
                window.Consume(1);
                return false;
            }
            while (true)
            {
                var scanner = new JsonScanner(window.Available);
                var key = scanner.ReadKey();
                if (scanner.IsGood)
                {
                    Key = JsonText.Decode(key);
                    window.Consume(scanner.Position);
                    return true;
                }
                if (scanner.State == ScanState.NeedsMore && window.More())
                    continue;
                Tell(scanner.State);
                return false;
            }
        }
    }

    /// <summary>The first byte of the value that comes, not taken; 0 at the end.</summary>
    public byte Next()
    {
        do
        {
            var scanner = new JsonScanner(window.Available);
            var next = scanner.Next();
            window.Consume(scanner.Position);
            if (scanner.IsGood)
                return next;
        }
        while (window.More());
        return 0;
    }

    /// <summary>Reads a scalar; an object or array is passed over.</summary>
    public JsonKind Read(out double number, out string text)
    {
        text = "";
        while (true)
        {
            var scanner = new JsonScanner(window.Available);
            var kind = scanner.ReadScalar(out number, out var raw);
            if (scanner.IsGood)
            {
                if (kind is JsonKind.Object or JsonKind.Array)
                {
                    Skip();
                    return kind;
                }
                if (kind == JsonKind.String)
                    text = JsonText.Decode(raw);
                window.Consume(scanner.Position);
                return kind;
            }
            if (scanner.State == ScanState.NeedsMore && window.More())
                continue;
            Tell(scanner.State);
            return JsonKind.None;
        }
    }

    /// <summary>Passes over a value of any size.</summary>
    public void Skip()
    {
        var depth = 0;
        var inString = false;
        var isFirst = true;
        do
        {
            var bytes = window.Available;
            var i = 0;
            for (; i < bytes.Length; i++)
            {
                var b = bytes[i];
                if (inString)
                {
                    if (b == '\\' && ++i >= bytes.Length)
                    {
                        // The escape's second byte lies behind the window: keep both.
                        i -= 1;
                        break;
                    }
                    inString = b != '"';
                }
                else if (b == '"')
                    inString = true;
                else if (b is (byte)'{' or (byte)'[')
                    depth++;
                else if (b is (byte)'}' or (byte)']')
                {
                    if (depth == 0)
                        break;
                    depth--;
                }
                else if (b <= ' ' && isFirst)
                    continue;
                else if (b == ',' && depth == 0)
                    break;
                isFirst = false;
                if (depth == 0 && !inString && b is (byte)'"' or (byte)'}' or (byte)']')
                {
                    window.Consume(i + 1);
                    return;
                }
            }
            var atEnd = i < bytes.Length && bytes[i] != '\\';
            window.Consume(Math.Min(i, bytes.Length));
            if (atEnd)
                return;
        }
        while (window.More());
    }

    /// <summary>Tells that the object could not be read further.</summary>
    private void Tell(ScanState state)
    {
        if (state == ScanState.NeedsMore && !window.IsFull)
            session.Truncated(window.Offset, -1, "the JSON ends before its closing brace");
        else
            session.Refuse(RejectionKind.Malformed, window.Offset, -1, Key, "not well-formed JSON here; the rest of this object is not read");
    }
}
