namespace Overflight.Feeds;

/// <summary>Reads an array of row objects, or one row object a line.</summary>
internal static class JsonRowReader
{
    public static void ReadArray(ByteWindow window, ReadSession session)
    {
        var interpreter = new RowInterpreter(session, marksRowTimes: true);
        window.Consume(1);
        JsonElements.Read(window, session, new RowObjectParser(interpreter));
        interpreter.Finish();
    }

    public static void ReadLines(ByteWindow window, ReadSession session)
    {
        var interpreter = new RowInterpreter(session, marksRowTimes: true);
        JsonElements.Read(window, session, new RowObjectParser(interpreter), endIsEnd: true);
        interpreter.Finish();
    }
}
