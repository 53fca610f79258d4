using Command.People;

namespace Command.Boards.Tipoffs;

/// <summary>Whoever sits before the page; null: nobody who is known.</summary>
public delegate Task<Asker?> CurrentAsker();
