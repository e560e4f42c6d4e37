namespace Overflight.Notices.Pages;

/// <summary>The letters that accented ones of Windows-1252 are made of: their folder names, and their widths.</summary>
internal static class LatinLetters
{
    private const string Accented = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŠŽŸàáâãäåçèéêëìíîïñòóôõöùúûüýÿšž";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOUUUUYSZYaaaaaaceeeeiiiinooooouuuuyysz";

    /// <summary>The letter without its accent; any other character as it is.</summary>
    public static char BaseOf(char c) => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? Plain[place] : c;
}
