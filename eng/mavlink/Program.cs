using Overflight.MavlinkGenerator;

// Makes the C# of the MAVLink messages out of their XML definitions: FOLDER-OF-XML FOLDER-FOR-SOURCE.
try
{
    var definitions = DefinitionReader.ReadFolder(args[0]);
    Directory.CreateDirectory(args[1]);
    File.WriteAllText(Path.Combine(args[1], "Enums.g.cs"), EnumSource.Write(definitions));
    File.WriteAllText(Path.Combine(args[1], "Messages.g.cs"), MessageSource.Write(definitions));
    File.WriteAllText(Path.Combine(args[1], "MessageTable.g.cs"), TableSource.Write(definitions));
    return 0;
}
catch (DefinitionException error)
{
    Console.Error.WriteLine($"error MAVLINK: {error.Message}");
    return 1;
}
