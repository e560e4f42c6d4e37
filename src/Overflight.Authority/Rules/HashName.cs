namespace Overflight.Authority.Rules;

/// <summary>A file's hash as a name that people can compare.</summary>
internal static class HashName
{
    private const int Length = 12;

    /// <summary>The first digits of a hash; all of what is shorter, and so is none.</summary>
    public static string Of(string text) => text[..Math.Min(Length, text.Length)];
}
