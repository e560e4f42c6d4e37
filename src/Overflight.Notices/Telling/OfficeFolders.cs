using System.Text;

namespace Overflight.Notices.Telling;

/// <summary>Names of folders for offices: what their names leave of small letters, digits and hyphens, each once.</summary>
internal static class OfficeFolders
{
    private const int MostCharacters = 48;

    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> offices)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var office in offices)
        {
            if (folders.ContainsKey(office))
                continue;
            var name = Plain(office);
            var unique = name;
            for (var i = 2; !taken.Add(unique); i++)
                unique = $"{name}-{i}";
            folders[office] = unique;
        }
        return folders;
    }

    private static string Plain(string office)
    {
        var name = new StringBuilder();
        foreach (var c in office.Select(Pages.LatinLetters.BaseOf))
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(char.ToLowerInvariant(c));
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }
        var plain = name.ToString(0, Math.Min(name.Length, MostCharacters)).Trim('-');
        return plain.Length > 0 ? plain : "office";
    }
}
