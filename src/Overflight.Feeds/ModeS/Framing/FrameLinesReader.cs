namespace Overflight.Feeds.ModeS;

/// <summary>
/// One JSON object a line with a message in hex (<c>frame</c>, <c>raw</c> or <c>rawmsg</c>) and its time (<c>timestamp</c>,
/// <c>time</c>, <c>ts</c> or <c>t</c>), as jet1090 and rs1090 write them, and <c>overflight decode</c>.
/// </summary>
internal sealed class FrameLinesReader(ByteWindow window, ReadSession session) : FrameReader(window, session)
{
    private bool _hasUntimed;

    /// <summary>Whether the first line is such an object.</summary>
    public static bool Recognises(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '{')
            return false;
        var end = text.IndexOf((byte)'\n');
        var line = new Line();
        line.Read(end < 0 ? text : text[..end]);
        return line.Message.Length > 0;
    }

    public override bool TryNext(out RawFrame frame)
    {
        var line = new Line();
        while (TryLine(out var text))
        {
            var offset = Window.Offset;
            var content = text.Trim(" \r\t"u8);
            var isEmpty = content.IsEmpty;
            line.Read(content);
            Window.Consume(Math.Min(text.Length + 1, Window.Available.Length));
            if (isEmpty)
                continue;
            if (line.Fault is { } fault)
            {
                Session.Refuse(fault.Kind, offset, Records, fault.Field, fault.Message);
                continue;
            }
            _hasUntimed |= !line.HasTime;
            frame = new RawFrame
            {
                Record = Records++,
                Offset = offset,
                TimeMicroseconds = line.TimeMicroseconds,
                HasTime = line.HasTime,
                SignalLevel = -1,
                Frame = line.Message,
            };
            return true;
        }
        if (_hasUntimed)
            Session.Note("frames without a time: nothing can be told of when, positions among them are no fixes of a track");
        frame = default;
        return false;
    }

    /// <summary>The next line, in the window and not consumed; one too long is passed over and told.</summary>
    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var looked = 0;
        while (true)
        {
            var bytes = Window.Available;
            var end = bytes[looked..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = bytes[..(looked + end)];
                return true;
            }
            looked = bytes.Length;
            if (Window.IsFull)
            {
                Session.Refuse(RejectionKind.RecordTooLong, Window.Offset, Records, "", $"a line of more than {bytes.Length:N0} bytes is passed over");
                PassToLineEnd();
                looked = 0;
                continue;
            }
            if (Window.More())
                continue;
            line = bytes;
            return !bytes.IsEmpty;
        }
    }

    private void PassToLineEnd()
    {
        while (!Window.Available.IsEmpty || Window.More())
        {
            var end = Window.Available.IndexOf((byte)'\n');
            Window.Consume(end < 0 ? Window.Available.Length : end + 1);
            if (end >= 0)
                return;
        }
    }

    private readonly record struct LineFault(string Kind, string Field, string Message);

    /// <summary>What one line says.</summary>
    private struct Line
    {
        public ModeSFrame Message;
        public long TimeMicroseconds;
        public bool HasTime;
        public LineFault? Fault;

        public void Read(ReadOnlySpan<byte> text)
        {
            this = default;
            var scanner = new JsonScanner(text);
            scanner.Expect((byte)'{');
            if (scanner.Take((byte)'}'))
            {
                Fault = new LineFault(RejectionKind.NoMessage, "", "an object without a message");
                return;
            }
            do
            {
                var key = scanner.ReadKey();
                if (!scanner.IsGood)
                    break;
                if (IsMessage(key))
                    ReadMessage(ref scanner);
                else if (IsTime(key))
                    ReadTime(ref scanner);
                else
                    scanner.SkipValue();
            }
            while (scanner.TakeCommaOrEnd((byte)'}'));
            if (!scanner.IsGood)
                Fault = new LineFault(RejectionKind.Malformed, "", $"this line is no JSON object: {Shown.Of(text)}");
            else if (Fault is null && Message.Length == 0)
                Fault = new LineFault(RejectionKind.NoMessage, "", "an object without a message");
        }

        private static bool IsMessage(ReadOnlySpan<byte> key) =>
            key.SequenceEqual("frame"u8) || key.SequenceEqual("raw"u8) || key.SequenceEqual("rawmsg"u8);

        private static bool IsTime(ReadOnlySpan<byte> key) =>
            key.SequenceEqual("timestamp"u8) || key.SequenceEqual("time"u8) || key.SequenceEqual("ts"u8) || key.SequenceEqual("t"u8);

        private void ReadMessage(ref JsonScanner scanner)
        {
            if (scanner.ReadScalar(out _, out var hex) is JsonKind.Object or JsonKind.Array)
                scanner.SkipValue();
            if (scanner.IsGood && !FrameHex.TryParse(hex, out Message))
                Fault = new LineFault(RejectionKind.Malformed, "frame", $"\"{Shown.Of(hex)}\" is no message of 4, 14 or 28 hex digits");
        }

        private void ReadTime(ref JsonScanner scanner)
        {
            var start = scanner.Position;
            var kind = scanner.ReadScalar(out _, out var text);
            if (kind is JsonKind.Object or JsonKind.Array)
            {
                scanner.SkipValue();
                return;
            }
            if (kind == JsonKind.Number)
                text = scanner.Data[start..scanner.Position];
            var part = TimeText.Read(text, 0, out TimeMicroseconds, out _);
            HasTime = part == TimePart.Instant;
            if (part == TimePart.OutOfRange)
                Fault = new LineFault(RejectionKind.TimeOutOfRange, "time", $"\"{Shown.Of(text)}\" is no time between 1990 and 2100");
        }
    }
}
