namespace Overflight.EndToEnd;

/// <summary>A store of lists, made and used as a user does; the lists are invented.</summary>
internal sealed class UserLists : IDisposable
{
    private const string Entries =
        "101,\"LANTERN SYNDICATE\",-0- ,\"SDNTK\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'LSY'.\"\r\n"
        + "102,\"GRAU, Ines\",\"individual\",\"SDNTK] [TCO\",\"Director\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 01 Jan 1970; POB Port Lumen.\"\r\n"
        + "103,\"MERIDIAN STAR\",\"vessel\",\"NOWHERE\",-0- ,\"XYZ1\",\"General Cargo\",-0- ,-0- ,\"Atlantis\",-0- ,-0- \r\n\x1A";

    private readonly CommandLine.Workspace _workspace = new();

    public UserLists()
    {
        Write("sdn.csv", Entries);
        Write("add.csv", "101,1,\"1 Lamp Street\",\"Port Lumen\",\"Atlantis\",-0- \r\n102,2,\"2 Secret Street\",-0- ,\"Lemuria\",-0- \r\n\x1A");
        Write("alt.csv", "101,1,\"aka\",\"CANDLE UNION\",-0- \r\n102,2,\"aka\",\"LA GRIS\",-0- \r\n\x1A");
        Write("rows.csv", "101,\"LANTERN SYNDICATE\",-0- ,\"SDNTK] [FTO\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'LSY'.\"\r\n");
    }

    public string Store => File("lists");

    public string File(string name) => _workspace.File(name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Imports the whole list of 2021 and rows of 2026.</summary>
    public void ImportBoth()
    {
        Done("import", _workspace.Folder, "--date", "2021-07-07");
        Done("import", File("rows.csv"), "--date", "2026-06-30", "--partial");
    }

    /// <summary>Runs a verb of lists on the store; it must exit with 0.</summary>
    public string Done(params string[] arguments) => UserRecord.Done(["lists", .. arguments, "--store", Store]);

    public void Refused(int exitCode, string message, params string[] arguments) => UserRecord.Refused(exitCode, message, ["lists", .. arguments, "--store", Store]);

    public void Dispose() => _workspace.Dispose();
}
