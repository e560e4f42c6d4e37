namespace Overflight.Feeds;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    /// <summary>No value could be read; see the scanner's state.</summary>
    None,
    Null,
    Number,
    String,
    True,
    False,

    /// <summary><c>NaN</c> or <c>Infinity</c>, which are not JSON but are met.</summary>
    NotANumber,
    Object,
    Array,
}
