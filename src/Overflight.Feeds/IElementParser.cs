namespace Overflight.Feeds;

/// <summary>Reads one element of a JSON array, or one line of JSON lines.</summary>
internal interface IElementParser
{
    /// <summary>The byte an element starts with, <c>{</c> or <c>[</c>; damage is skipped to the next of these.</summary>
    byte Opening { get; }

    /// <summary>
    /// Reads an element. It may be called again for the same element after more bytes came in, so it must
    /// keep nothing unless the scanner is still good at the element's end.
    /// </summary>
    void Parse(ref JsonScanner scanner, long record, long offset);
}
