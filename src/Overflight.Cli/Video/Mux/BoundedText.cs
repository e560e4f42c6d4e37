using System.Text;

namespace Overflight.Cli.Video.Mux;

/// <summary>Reads a text file of UTF-8 character by character, and says on which line it is.</summary>
internal sealed class BoundedText(Stream stream) : IDisposable
{
    /// <summary>The most characters of a record.</summary>
    public const int MostCharacters = 16 << 20;

    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
    private bool _isStarted;

    /// <summary>The line of the next character, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next character without taking it; -1 at the end.</summary>
    public int Peek()
    {
        Start();
        return Guarded(isTaken: false);
    }

    /// <summary>The next character; -1 at the end. Line ends are one line feed.</summary>
    public int Read()
    {
        Start();
        var letter = Guarded(isTaken: true);
        if (letter == '\r')
        {
            if (Guarded(isTaken: false) == '\n')
                Guarded(isTaken: true);
            letter = '\n';
        }
        if (letter == '\n')
            Line++;
        return letter;
    }

    /// <summary>The next line; null at the end.</summary>
    public string? ReadLine()
    {
        if (Peek() < 0)
            return null;
        var line = new StringBuilder();
        for (int letter; (letter = Read()) >= 0 && letter != '\n';)
            Append(line, letter);
        return line.ToString();
    }

    public void Append(StringBuilder text, int letter)
    {
        if (text.Length == MostCharacters)
            throw new InvalidDataException($"line {Line}: a record has more than {MostCharacters:N0} characters");
        text.Append((char)letter);
    }

    public void Dispose() => _reader.Dispose();

    private void Start()
    {
        if (_isStarted)
            return;
        _isStarted = true;
        if (Guarded(isTaken: false) == '\uFEFF')
            _reader.Read();
    }

    private int Guarded(bool isTaken)
    {
        try
        {
            return isTaken ? _reader.Read() : _reader.Peek();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"line {Line} or soon after: bytes that are no UTF-8");
        }
    }
}
