using System.CommandLine;

namespace Overflight.Cli.Verbs.Lists;

/// <summary><c>lists</c>: lists of designated organisations, as they were on a day.</summary>
internal static class ListsVerb
{
    public static Command Create() => new("lists", "Keep lists of designated organisations (OFAC, UN); ask what they said on a day, and what changed; search them.")
    {
        ListsImportVerb.Create(),
        ListsVersionsVerb.Create(),
        ListsShowVerb.Create(),
        ListsSearchVerb.Create(),
        ListsStateVerb.Create(),
        ListsDecideVerb.Create(),
    };
}
